using System.Net;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Testing.Running;

/// <summary>A stream over HTTP/1.1 without TLS, between two addresses that are reserved for documentation.</summary>
internal sealed class PlainStreamInfo(DateTimeOffset startTime, long connectionId) : HttpStreamInfo
{
    public override DateTimeOffset StartTime => startTime;

    public override string Protocol => "HTTP/1.1";

    public override long? ConnectionId => connectionId;

    public override IPEndPoint Source { get; } = new(new IPAddress([192, 0, 2, 1]), 50000);

    public override IPEndPoint Destination { get; } = new(new IPAddress([192, 0, 2, 80]), 80);
}
