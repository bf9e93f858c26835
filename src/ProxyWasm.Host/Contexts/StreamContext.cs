using ProxyWasm.Host.Http;
using ProxyWasm.Host.Streams;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Contexts;

/// <summary>
/// A stream or connection as one plugin knows it. Buffers are bound from the entry of their callback until the plugin
/// lets the bytes pass.
/// </summary>
internal abstract class StreamContext(Vm vm, RootContext root, StreamFilter filter) : Context(vm)
{
    public override RootContext Root => root;

    public override bool IsStarted => true;

    /// <summary>Whether callbacks can still be made.</summary>
    public bool IsReachable => root.IsLive && !Vm.IsFailed;

    /// <summary>Bytes on the way to the upstream while they are presented or held.</summary>
    public BodyBuffer? RequestBody { get; private set; }

    /// <summary>Bytes on the way to the client while they are presented or held.</summary>
    public BodyBuffer? ResponseBody { get; private set; }

    public void BindBody(DirectionKind kind, BodyBuffer? body)
    {
        if (kind == DirectionKind.Request)
        {
            RequestBody = body;
        }
        else
        {
            ResponseBody = body;
        }
    }

    public override void LoseRoot() => filter.LosePlugin();

    /// <summary>Nothing is bound any more.</summary>
    public virtual void Clear()
    {
        RequestBody = null;
        ResponseBody = null;
    }
}
