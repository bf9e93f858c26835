using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;

namespace ProxyWasm.Sdk.Tcp;

public abstract partial class TcpFilter
{
    private EventFlow? _downstreamFlow;
    private EventFlow? _upstreamFlow;

    /// <summary>As <see cref="OnConnect"/>; nothing is read from the client until it has ended.</summary>
    protected internal virtual FilterTask OnConnectAsync() => Decide(StreamType.Downstream, OnConnect());

    /// <summary>
    /// As <see cref="OnDownstreamData"/>; the data waits until it has ended. What comes meanwhile is held and added to
    /// it; if the method does not look at it, it is called again with all that is held.
    /// </summary>
    protected internal virtual FilterTask OnDownstreamDataAsync(TcpData data) =>
        Decide(StreamType.Downstream, OnDownstreamData(data));

    /// <summary>As <see cref="OnDownstreamDataAsync"/>, for what the service has sent.</summary>
    protected internal virtual FilterTask OnUpstreamDataAsync(TcpData data) =>
        Decide(StreamType.Upstream, OnUpstreamData(data));

    internal EventFlow Flow(StreamType direction) => direction == StreamType.Downstream
        ? _downstreamFlow ??= new EventFlow(this, direction)
        : _upstreamFlow ??= new EventFlow(this, direction);

    internal void SeeData(StreamType direction) =>
        (direction == StreamType.Downstream ? _downstreamFlow : _upstreamFlow)?.SeeData();

    internal sealed override FilterTask Handle(StreamType direction, StreamEvent what, bool isEndOfStream)
    {
        if (what == StreamEvent.Begin)
        {
            return OnConnectAsync();
        }

        return direction == StreamType.Downstream ? OnDownstreamDataAsync(Downstream) : OnUpstreamDataAsync(Upstream);
    }

    private FilterTask Decide(StreamType direction, FilterAction action)
    {
        Flow(direction).Decide(action);
        return default;
    }
}
