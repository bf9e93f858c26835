using ProxyWasm.Abi;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts;

/// <summary>
/// What a plugin can read of a callout while the callback about it runs. Bound on the root context, since all callouts
/// belong to it.
/// </summary>
internal sealed class CalloutView
{
    private const int Maps = MapType.HttpCallResponseTrailers - MapType.GrpcCallInitialMetadata + 1;

    private readonly HeaderMap?[] _maps = new HeaderMap?[Maps];

    /// <summary>Body of the HTTP response; null outside of its callback.</summary>
    public ReadOnlyMemory<byte>? Body { get; set; }

    /// <summary>gRPC message; empty outside of its callback.</summary>
    public ReadOnlyMemory<byte> Message { get; set; }

    /// <summary>Status of the last event.</summary>
    public int StatusCode { get; private set; }

    /// <summary>Text of the status, one character per byte; empty outside of the callback.</summary>
    public string StatusMessage { get; private set; } = "";

    public HeaderMap? FindMap(MapType type) => _maps[type - MapType.GrpcCallInitialMetadata];

    public void BindMap(MapType type, HeaderMap map) => _maps[type - MapType.GrpcCallInitialMetadata] = map;

    public void SetStatus(int code, string message)
    {
        StatusCode = code;
        StatusMessage = message;
    }

    /// <summary>Unbinds everything; the status code stays, as in Envoy.</summary>
    public void Clear()
    {
        Array.Clear(_maps);
        Body = null;
        Message = default;
        StatusMessage = "";
    }
}
