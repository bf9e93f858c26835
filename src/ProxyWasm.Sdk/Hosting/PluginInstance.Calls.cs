using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Calls;

namespace ProxyWasm.Sdk.Hosting;

public sealed partial class PluginInstance
{
    private CallTable? _calls;
    private QueueWaits? _queues;

    internal CallTable Calls => _calls ??= new CallTable();

    internal QueueWaits Queues => _queues ??= new QueueWaits();

    // What these bring belongs to a call, and with it to whoever has made it, be the context known or not.

    /// <summary><c>proxy_on_http_call_response</c>.</summary>
    public void OnHttpCallResponse(int contextId, int callId, int headerCount, int bodySize, int trailerCount)
    {
        Enter(Find(contextId));
        Calls.Remove<HttpCall>(callId)?.Receive(headerCount, bodySize, trailerCount);
    }

    /// <summary><c>proxy_on_grpc_receive</c>.</summary>
    public void OnGrpcReceive(int contextId, int callId, int size)
    {
        Enter(Find(contextId));
        Calls.Remove<GrpcCall>(callId)?.Receive(size);
    }

    /// <summary><c>proxy_on_grpc_close</c>.</summary>
    public void OnGrpcClose(int contextId, int callId, int status)
    {
        Enter(Find(contextId));
        Calls.Remove<GrpcCall>(callId)?.Close(status);
    }
}
