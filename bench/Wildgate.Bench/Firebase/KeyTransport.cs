using System.Text;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Http;

namespace Wildgate.Bench.Firebase;

/// <summary>A key server without a network: answers every call with the same keys.</summary>
internal sealed class KeyTransport(string keys) : ICalloutTransport
{
    public CalloutClusterState FindCluster(string name) => CalloutClusterState.Ready;

    public ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CalloutResult(new Response(Encoding.UTF8.GetBytes(keys))));

    private sealed class Response : CalloutResponse
    {
        private ReadOnlyMemory<byte> _rest;

        public Response(byte[] body)
        {
            _rest = body;
            Headers.Load(":status", "200");
            Headers.Load("cache-control", "max-age=20000");
        }

        public override HeaderMap Headers { get; } = new(HeaderMapKind.Response);

        public override HeaderMap Trailers { get; } = new(HeaderMapKind.Trailers);

        public override ValueTask<CalloutRead> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            var count = Math.Min(buffer.Length, _rest.Length);
            _rest[..count].CopyTo(buffer);
            _rest = _rest[count..];
            return ValueTask.FromResult(new CalloutRead(count));
        }
    }
}
