using ProxyWasm.Host.Http;

namespace ProxyWasm.Conformance.Tests.Running;

/// <summary>A stream over HTTP/1.1 without TLS, begun at the time where the clock stands.</summary>
public sealed class PlainStream(DateTimeOffset startTime) : HttpStreamInfo
{
    public override DateTimeOffset StartTime => startTime;

    public override string Protocol => "HTTP/1.1";

    public override long? ConnectionId => 1;
}
