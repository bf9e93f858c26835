using ProxyWasm.Abi;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Tcp;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Contexts;

/// <summary>A TCP connection as one plugin knows it.</summary>
internal sealed class TcpStreamContext(Vm vm, RootContext root, TcpFilter filter)
    : StreamContext(vm, root, filter)
{
    public override bool CanContinueUpstream => true;

    private TcpConnection Connection => filter.Connection;

    public override HeaderMap? FindMap(MapType type) => Root.FindMap(type);

    public override Status ReadBuffer(BufferType type, out ReadOnlyMemory<byte> bytes)
    {
        switch (type)
        {
            case BufferType.DownstreamData:
                bytes = RequestBody?.Memory ?? default;
                return Status.Ok;
            case BufferType.UpstreamData:
                bytes = ResponseBody?.Memory ?? default;
                return Status.Ok;
            default:
                return Root.ReadBuffer(type, out bytes);
        }
    }

    public override BodyBuffer? FindWritableBuffer(BufferType type) => type switch
    {
        BufferType.DownstreamData => RequestBody,
        BufferType.UpstreamData => ResponseBody,
        _ => null,
    };

    public override void ContinueStream(StreamType stream)
    {
        switch (stream)
        {
            case StreamType.Downstream:
                filter.RequestResume(DirectionKind.Request);
                break;
            case StreamType.Upstream:
                filter.RequestResume(DirectionKind.Response);
                break;
        }
    }

    public override void CloseStream(StreamType stream)
    {
        switch (stream)
        {
            case StreamType.Downstream:
                Connection.Close("wasm_downstream_close");
                break;
            case StreamType.Upstream:
                Connection.Close("wasm_upstream_close");
                break;
        }
    }

    public override Status ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        var status = PluginProperties.Read(this, path, value);
        return status == Status.NotFound ? Connection.ReadProperty(path, value) : status;
    }

    public override Status WriteProperty(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value) =>
        Connection.FilterState.Write(path, value, Root.Properties.Find(path).IsReadOnly);

    public override Status SetFilterState(string name, ReadOnlySpan<byte> value) =>
        Connection.Info.SetFilterState(name, value);
}
