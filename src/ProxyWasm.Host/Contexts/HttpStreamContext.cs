using ProxyWasm.Abi;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Contexts;

/// <summary>
/// An HTTP stream as one plugin knows it. Maps and buffers are bound from the entry of their callback until the plugin
/// lets the event pass (section 4.8 of the ABI reference). Reused for later streams of the same virtual machine.
/// </summary>
internal sealed class HttpStreamContext(Vm vm, RootContext root, HttpFilter filter)
    : StreamContext(vm, root, filter)
{
    private MapBinding _bound;
    private bool _isLogging;

    public override bool IsLogging => _isLogging;

    /// <summary>Directions whose last body bytes are being presented: trailers can still be made up.</summary>
    public bool MayCreateTrailers { get; set; }

    private HttpStream Stream => filter.Stream;

    public void Bind(MapBinding maps) => _bound |= maps;

    public void Unbind(MapBinding maps) => _bound &= ~maps;

    /// <summary>Binds what <c>on_log</c> may read.</summary>
    public void BeginLog()
    {
        _isLogging = true;
        _bound = MapBinding.RequestHeaders | MapBinding.Response;
    }

    /// <summary>Nothing is bound any more.</summary>
    public override void Clear()
    {
        base.Clear();
        _isLogging = false;
        _bound = MapBinding.None;
        MayCreateTrailers = false;
    }

    public override HeaderMap? FindMap(MapType type)
    {
        if (type > MapType.HttpResponseTrailers)
        {
            return Root.FindMap(type);
        }

        var isBound = (_bound & (MapBinding)(1 << (int)type)) != 0;
        if (isBound)
        {
            // In on_log a map that never came into being is missing, not empty.
            return _isLogging && !Stream.HasMap(type) ? null : Stream.Map(type);
        }

        return Root.Options.AllowLateHeaderReads && Stream.HasMap(type) ? Stream.Map(type) : null;
    }

    public override HeaderMap? FindWritableMap(MapType type)
    {
        if (_isLogging || type > MapType.HttpResponseTrailers)
        {
            return null;
        }

        if ((_bound & (MapBinding)(1 << (int)type)) != 0)
        {
            return Stream.Map(type);
        }

        return MayCreateTrailers && filter.TryCreateTrailers(type) ? Stream.Map(type) : null;
    }

    public override Status ReadBuffer(BufferType type, out ReadOnlyMemory<byte> bytes)
    {
        switch (type)
        {
            case BufferType.HttpRequestBody:
                bytes = RequestBody?.Memory ?? default;
                return Status.Ok;
            case BufferType.HttpResponseBody:
                bytes = ResponseBody?.Memory ?? default;
                return Status.Ok;
            default:
                return Root.ReadBuffer(type, out bytes);
        }
    }

    public override BodyBuffer? FindWritableBuffer(BufferType type) => type switch
    {
        BufferType.HttpRequestBody => RequestBody,
        BufferType.HttpResponseBody => ResponseBody,
        _ => null,
    };

    public override void ContinueStream(StreamType stream)
    {
        switch (stream)
        {
            case StreamType.HttpRequest:
                filter.RequestResume(DirectionKind.Request);
                break;
            case StreamType.HttpResponse:
                filter.RequestResume(DirectionKind.Response);
                break;
        }
    }

    public override void CloseStream(StreamType stream)
    {
        if (stream is StreamType.HttpRequest or StreamType.HttpResponse)
        {
            Stream.ResetBy("wasm_close_stream");
        }
    }

    public override void SendLocalResponse(LocalResponse response) => Stream.Respond(response);

    public override void AnnounceLocalResponse() => filter.HasAnnouncedResponse = true;

    public override Status ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        var status = PluginProperties.Read(this, path, value);
        return status == Status.NotFound ? Stream.ReadProperty(path, value) : status;
    }

    public override Status WriteProperty(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value) =>
        Stream.FilterState.Write(path, value, Root.Properties.Find(path).IsReadOnly);

    public override Status SetFilterState(string name, ReadOnlySpan<byte> value) =>
        Stream.Info.SetFilterState(name, value);

    public override void ClearRouteCache() => Stream.Info.ClearRouteCache();
}
