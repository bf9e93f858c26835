using ProxyWasm.Abi;
using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Tcp;

/// <summary>
/// What a plugin does with one TCP connection. Override what is of interest, in its plain form or, to await something,
/// in the form that ends with <c>Async</c>; the direction waits until the method has ended.
/// </summary>
/// <remarks>An exception that leaves a method is logged, and the connection is closed.</remarks>
public abstract partial class TcpFilter : StreamContext
{
    private TcpData? _downstream;
    private TcpData? _upstream;

    internal TcpData Downstream => _downstream ??= new TcpData(this, StreamType.Downstream);

    internal TcpData Upstream => _upstream ??= new TcpData(this, StreamType.Upstream);

    /// <summary>A client has connected.</summary>
    protected internal virtual FilterAction OnConnect() => FilterAction.Continue;

    /// <summary>The client has sent something; after a pause what was held comes again with it.</summary>
    protected internal virtual FilterAction OnDownstreamData(TcpData data) => FilterAction.Continue;

    /// <summary>The service behind the proxy has sent something.</summary>
    protected internal virtual FilterAction OnUpstreamData(TcpData data) => FilterAction.Continue;

    /// <summary>The connection to the client has ended.</summary>
    /// <param name="closedBy">Who has ended it.</param>
    protected internal virtual void OnDownstreamClose(PeerType closedBy)
    {
    }

    /// <summary>The connection to the service has ended.</summary>
    /// <param name="closedBy">Who has ended it.</param>
    protected internal virtual void OnUpstreamClose(PeerType closedBy)
    {
    }

    /// <summary>Lets data of the client go on that a method has paused.</summary>
    protected void ContinueDownstream() =>
        Instance.Run(this, static () => Hostcalls.ContinueStream(StreamType.Downstream));

    /// <summary>Lets data of the service go on that a method has paused.</summary>
    protected void ContinueUpstream() => Instance.Run(this, static () => Hostcalls.ContinueStream(StreamType.Upstream));

    /// <summary>Closes the connection to the client; what has passed is still sent.</summary>
    protected void Close()
    {
        IsStopped = true;
        Instance.Run(this, static () => Hostcalls.CloseStream(StreamType.Downstream));
    }

    internal sealed override void Fail(ReadOnlySpan<byte> where, Exception exception)
    {
        Failures.Report(where, exception);
        if (!IsEnded)
        {
            Close();
        }
    }
}
