using ProxyWasm.Abi;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Streams;

namespace ProxyWasm.Host.Tcp;

/// <summary>
/// One TCP connection on its way through a chain of plugins. Made by <see cref="TcpFilterChain.Open"/>, begun by
/// <see cref="AcceptAsync"/>, ended by <see cref="FinishAsync"/>.
/// </summary>
/// <remarks>See <see cref="TcpDirection"/> for which members may be used by whom.</remarks>
public sealed class TcpConnection : IFlowOwner, ILoggedStream
{
    private readonly TcpFilterChain _chain;
    private readonly TcpFilter[] _filters;
    private volatile string? _closeDetails;

    internal TcpConnection(TcpFilterChain chain, Worker worker, ConnectionInfo info)
    {
        _chain = chain;
        Worker = worker;
        Info = info;
        _filters = [.. chain.Plugins.Select(plugin => new TcpFilter(this, plugin))];
        Downstream = CreateDirection(DirectionKind.Request, [.. _filters]);
        Upstream = CreateDirection(DirectionKind.Response, [.. _filters.Reverse()]);
    }

    /// <summary>From the client to the upstream; plugins run first to last.</summary>
    public TcpDirection Downstream { get; }

    /// <summary>From the upstream to the client; plugins run last to first.</summary>
    public TcpDirection Upstream { get; }

    /// <summary>Whether every plugin has let the connection itself pass: the upstream may be connected.</summary>
    public bool IsAccepted => Downstream.IsBegun;

    /// <summary>
    /// Whether a plugin, or the failure of one, closes the connection: bytes already taken from the directions are
    /// to be flushed to the client, nothing more is read.
    /// </summary>
    public bool IsClosed => _closeDetails is not null;

    /// <summary>Why a plugin closes the connection, such as <c>wasm_fail_stream</c>; null while none does.</summary>
    public string? CloseDetails => _closeDetails;

    internal Worker Worker { get; }

    internal ConnectionInfo Info { get; }

    internal FilterState FilterState { get; } = new();

    /// <inheritdoc/>
    bool IFlowOwner.IsEnding => IsClosed;

    bool IFlowOwner.IsOver(DirectionKind kind) => IsClosed;

    /// <summary>
    /// Presents the connection to the plugins. When it is not <see cref="IsAccepted"/> afterwards, a plugin has
    /// paused or closed it; wait with <see cref="TcpDirection.ResumeAsync"/> of <see cref="Downstream"/>. Call it
    /// once, before bytes are fed.
    /// </summary>
    public ValueTask AcceptAsync() => Downstream.BeginAsync();

    /// <summary>
    /// Ends the connection: plugins are told, log it and forget it. Call it exactly once, when no direction is being
    /// driven any more.
    /// </summary>
    /// <param name="closedBy">Who closed the connection between client and proxy.</param>
    public async ValueTask FinishAsync(PeerType closedBy)
    {
        await Worker.EnterAsync();
        try
        {
            foreach (var filter in _filters)
            {
                filter.Finish(closedBy);
            }

            foreach (var logger in _chain.AccessLoggers)
            {
                logger.RootOn(Worker)?.Log(this);
            }

            Downstream.Reset();
            Upstream.Reset();
        }
        finally
        {
            Worker.Exit();
        }
    }

    HeaderMap? ILoggedStream.FindLoggedMap(MapType type) => null;

    Status ILoggedStream.ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value) => ReadProperty(path, value);

    /// <summary>A property of the connection, or what plugins stored.</summary>
    internal Status ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        var status = ConnectionProperties.Read(Info, path, value);
        return status == Status.NotFound ? FilterState.Read(path, value) : status;
    }

    internal TcpDirection Direction(DirectionKind kind) => kind == DirectionKind.Request ? Downstream : Upstream;

    internal void Close(string details)
    {
        if (IsClosed)
        {
            return;
        }

        _closeDetails = details;
        Downstream.Signal();
        Upstream.Signal();
    }

    /// <inheritdoc/>
    void IFlowOwner.RejectBody(DirectionKind kind) =>
        throw new InvalidOperationException("a TCP connection slows its sender down, it does not reject bytes");

    private TcpDirection CreateDirection(DirectionKind kind, StreamFilter[] filters) =>
        new(Worker, new FlowDriver(this, kind) { Filters = filters }, kind);
}
