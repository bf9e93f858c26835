using System.Globalization;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>A response of a transport under test's control; it comes in pieces of three bytes.</summary>
internal sealed class ScriptedResponse : CalloutResponse
{
    private ReadOnlyMemory<byte> _rest;

    public ScriptedResponse(int status, byte[] body, string grpcStatus)
    {
        _rest = body;
        Headers.Load(":status", status.ToString(CultureInfo.InvariantCulture));
        if (grpcStatus.Length > 0)
        {
            Trailers.Load("grpc-status", grpcStatus);
            Trailers.Load("grpc-message", "no%20way");
        }
    }

    public override HeaderMap Headers { get; } = new(HeaderMapKind.Response);

    public override HeaderMap Trailers { get; } = new(HeaderMapKind.Trailers);

    public override ValueTask<CalloutRead> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = Math.Min(3, Math.Min(buffer.Length, _rest.Length));
        _rest.Span[..count].CopyTo(buffer.Span);
        _rest = _rest[count..];
        return ValueTask.FromResult(new CalloutRead(count));
    }
}
