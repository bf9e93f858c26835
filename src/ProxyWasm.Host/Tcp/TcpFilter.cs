using ProxyWasm.Abi;
using ProxyWasm.Abi.Actions;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Streams;

namespace ProxyWasm.Host.Tcp;

/// <summary>
/// A plugin's place in the chain of one TCP connection. A connection is a stream without trailers: its headers are
/// the new connection, its request is what the client sends, its response what the upstream sends.
/// </summary>
internal sealed class TcpFilter(TcpConnection connection, Plugin plugin) : StreamFilter(plugin, connection.Worker)
{
    private TcpStreamContext? _context;

    public TcpConnection Connection { get; } = connection;

    // A full buffer is no failure: the connection is not read any further.
    public override bool SlowsSenderWhenFull => true;

    public override bool HeadersMayEnd => false;

    public override bool NeedsBody(DirectionKind kind) => true;

    public override HeadersAction OnHeaders(DirectionKind kind, bool end)
    {
        if (kind == DirectionKind.Response || !CanCall())
        {
            return HeadersAction.Continue;
        }

        var (context, vm) = (_context!, _context!.Vm);
        var raw = vm.Call(context, "proxy_on_new_connection", vm.Exports.OnNewConnection, context.Id, 0);
        return Complete(raw) == TcpAction.Continue
            ? HeadersAction.Continue
            : HeadersAction.StopAllIterationAndWatermark;
    }

    public override BodyAction OnBody(DirectionKind kind, BodyBuffer body, bool end)
    {
        // A plugin that has not seen the connection begin does not see its bytes.
        if (!IsEntered || !CanCall())
        {
            return BodyAction.Continue;
        }

        var action = PresentData(kind, body, end);
        if (end && kind == DirectionKind.Response && !Connection.IsClosed && CanCall())
        {
            PresentUpstreamClose();
        }

        return action == TcpAction.Continue ? BodyAction.Continue : BodyAction.StopIterationAndBuffer;
    }

    public override TrailersAction OnTrailers(DirectionKind kind) => TrailersAction.Continue;

    /// <summary>Tells the plugin that the connection is over: close, done, log, delete.</summary>
    public void Finish(PeerType closedBy)
    {
        if (TryLeave())
        {
            var (context, vm) = (_context!, _context!.Vm);
            context.Clear();
            vm.Call(
                context,
                "proxy_on_downstream_connection_close",
                vm.Exports.OnDownstreamConnectionClose,
                context.Id,
                (int)closedBy);
            vm.Call(context, "proxy_on_done", vm.Exports.OnDone, context.Id, 1);
            vm.Call(context, "proxy_on_log", vm.Exports.OnLog, context.Id);
            vm.Call(context, "proxy_on_delete", vm.Exports.OnDelete, context.Id);
            vm.Drain();
        }

        Forget();
    }

    protected override StreamContext CreateContext(RootContext root) =>
        _context = new TcpStreamContext(root.Vm, root, this);

    protected override void Signal(DirectionKind kind) => Connection.Direction(kind).Signal();

    protected override void FailStream() => Connection.Close("wasm_fail_stream");

    private TcpAction PresentData(DirectionKind kind, BodyBuffer body, bool end)
    {
        var context = _context!;
        var exports = context.Vm.Exports;
        var isDownstream = kind == DirectionKind.Request;
        var export = isDownstream ? exports.OnDownstreamData : exports.OnUpstreamData;
        if (export is null)
        {
            return TcpAction.Continue;
        }

        context.BindBody(kind, body);
        var action = Complete(context.Vm.Call(
            context,
            isDownstream ? "proxy_on_downstream_data" : "proxy_on_upstream_data",
            export,
            context.Id,
            body.Length,
            end ? 1 : 0,
            0));

        // Held bytes stay readable and writable, for example when a callout has finished.
        context.BindBody(kind, action == TcpAction.Continue ? null : Flow(kind).Held);
        return action;
    }

    // Nobody tells who ended the upstream connection, only that it sends nothing any more.
    private void PresentUpstreamClose()
    {
        var context = _context!;
        context.Vm.Call(
            context,
            "proxy_on_upstream_connection_close",
            context.Vm.Exports.OnUpstreamConnectionClose,
            context.Id,
            (int)PeerType.Unknown);
        Complete(0);
    }

    private TcpAction Complete(int result)
    {
        if (HasFailed())
        {
            return TcpAction.Continue;
        }

        // A resume that was asked for in the callback itself comes after its result: it is only noted here.
        _context!.Vm.Drain();
        return CallbackResult.ToTcpAction(result);
    }
}
