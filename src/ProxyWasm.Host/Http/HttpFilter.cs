using System.Globalization;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Actions;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Streams;

namespace ProxyWasm.Host.Http;

/// <summary>
/// A plugin's place in the chain of one stream: calls its callbacks, binds maps and buffers around them, and applies
/// the plugin's failure policy when it cannot run.
/// </summary>
internal sealed class HttpFilter(HttpStream stream, Plugin plugin) : StreamFilter(plugin, stream.Worker)
{
    private HttpStreamContext? _context;

    public HttpStream Stream { get; } = stream;

    /// <summary>Set by a host function when the plugin sends a local response.</summary>
    public bool HasAnnouncedResponse { get; set; }

    public override bool NeedsBody(DirectionKind kind) => Plugin.SeesBody(kind);

    public override HeadersAction OnHeaders(DirectionKind kind, bool end)
    {
        if (!CanCall(kind))
        {
            return HeadersAction.Continue;
        }

        var context = _context!;
        var vm = context.Vm;
        var isRequest = kind == DirectionKind.Request;
        context.Bind(isRequest ? MapBinding.RequestHeaders : MapBinding.ResponseHeaders);
        var count = (isRequest ? Stream.RequestHeaders : Stream.ResponseHeaders).Count;
        var raw = isRequest
            ? vm.Call(context, "proxy_on_request_headers", vm.Exports.OnRequestHeaders, context.Id, count, end
                ? 1 : 0, 0)
            : vm.Call(context, "proxy_on_response_headers", vm.Exports.OnResponseHeaders, context.Id, count, end
                ? 1 : 0, 0);
        if (!Complete(ref raw))
        {
            return HeadersAction.Continue;
        }

        var action = CallbackResult.ToHeadersAction(raw, Plugin.Options.AllowOnHeadersStopIteration);
        if (action == HeadersAction.Continue)
        {
            context.Unbind(isRequest ? MapBinding.RequestHeaders : MapBinding.ResponseHeaders);
        }

        return action;
    }

    public override BodyAction OnBody(DirectionKind kind, BodyBuffer body, bool end)
    {
        if (!CanCall(kind))
        {
            return BodyAction.Continue;
        }

        var context = _context!;
        var vm = context.Vm;
        var isRequest = kind == DirectionKind.Request;
        var export = isRequest ? vm.Exports.OnRequestBody : vm.Exports.OnResponseBody;
        if (export is null)
        {
            Unbind(kind);
            return BodyAction.Continue;
        }

        context.BindBody(kind, body);
        context.MayCreateTrailers = end;
        var raw = vm.Call(
            context,
            isRequest ? "proxy_on_request_body" : "proxy_on_response_body",
            export,
            context.Id,
            body.Length,
            end ? 1 : 0,
            0);
        context.MayCreateTrailers = false;
        if (!Complete(ref raw))
        {
            return BodyAction.Continue;
        }

        var action = CallbackResult.ToBodyAction(raw);
        if (action == BodyAction.Continue)
        {
            Unbind(kind);
        }
        else
        {
            // Held bytes stay readable and writable, for example when a callout has finished.
            context.BindBody(kind, Flow(kind).Held);
        }

        return action;
    }

    public override TrailersAction OnTrailers(DirectionKind kind)
    {
        if (!CanCall(kind))
        {
            return TrailersAction.Continue;
        }

        var context = _context!;
        var vm = context.Vm;
        var isRequest = kind == DirectionKind.Request;
        context.Bind(isRequest ? MapBinding.RequestTrailers : MapBinding.ResponseTrailers);
        var count = (isRequest ? Stream.RequestTrailers : Stream.ResponseTrailers).Count;
        var raw = isRequest
            ? vm.Call(context, "proxy_on_request_trailers", vm.Exports.OnRequestTrailers, context.Id, count, 0)
            : vm.Call(context, "proxy_on_response_trailers", vm.Exports.OnResponseTrailers, context.Id, count, 0);
        if (!Complete(ref raw))
        {
            return TrailersAction.Continue;
        }

        var action = CallbackResult.ToTrailersAction(raw);
        if (action == TrailersAction.Continue)
        {
            Unbind(kind);
        }

        return action;
    }

    /// <summary>The access-log moment: the plugin may see a stream here that it has not seen before.</summary>
    public void Log()
    {
        if (TryEnter())
        {
            var context = _context!;
            context.BeginLog();
            context.Vm.Call(context, "proxy_on_log", context.Vm.Exports.OnLog, context.Id);
            context.Vm.Drain();
            context.Clear();
        }
    }

    /// <summary>Ends the context; it is known to the guest until <c>on_delete</c> has returned.</summary>
    public void Delete()
    {
        if (TryLeave())
        {
            var (context, vm) = (_context!, _context!.Vm);
            vm.Call(context, "proxy_on_done", vm.Exports.OnDone, context.Id, 1);
            vm.Call(context, "proxy_on_delete", vm.Exports.OnDelete, context.Id);
            vm.Drain();
        }

        Forget();
    }

    public override void Unbind(DirectionKind kind)
    {
        _context?.Unbind(kind == DirectionKind.Request ? MapBinding.Request : MapBinding.Response);
        base.Unbind(kind);
    }

    public override void LetHeadersPass(DirectionKind kind, int? bodyBytes)
    {
        if (!Plugin.Options.RepairContentLength || !IsEntered || !Plugin.SeesBody(kind) || !Stream.MayRepair(kind))
        {
            return;
        }

        var headers = kind == DirectionKind.Request ? Stream.RequestHeaders : Stream.ResponseHeaders;
        if (bodyBytes is { } length)
        {
            headers.Replace("content-length", length.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            headers.Remove("content-length");
        }
    }

    /// <summary>Makes trailers where there are none, at the end of a body (section 4.9 of the ABI reference).</summary>
    public bool TryCreateTrailers(MapType type)
    {
        var kind = type switch
        {
            MapType.HttpRequestTrailers => DirectionKind.Request,
            MapType.HttpResponseTrailers => DirectionKind.Response,
            _ => (DirectionKind?)null,
        };
        var body = kind == DirectionKind.Request ? _context?.RequestBody : _context?.ResponseBody;
        if (kind is null || body is null || Stream.HasMap(type))
        {
            return false;
        }

        Stream.AddTrailers(kind.Value);
        Flow(kind.Value).TrailersHeld = true;
        _context!.Bind((MapBinding)(1 << (int)type));
        return true;
    }

    protected override StreamContext CreateContext(RootContext root) =>
        _context = new HttpStreamContext(root.Vm, root, this);

    protected override void Signal(DirectionKind kind) => Stream.Direction(kind).Signal();

    protected override void FailStream() => Stream.Fail();

    // A response of the host's own making is only seen by plugins that have seen the request.
    private bool CanCall(DirectionKind kind)
    {
        if ((kind == DirectionKind.Response && !IsEntered) || !CanCall())
        {
            return false;
        }

        // Only what this callback announces may change its answer.
        HasAnnouncedResponse = false;
        return true;
    }

    // After a guest call: false when the result does not count, because the plugin failed.
    private bool Complete(ref int result)
    {
        if (HasFailed())
        {
            return false;
        }

        var announced = HasAnnouncedResponse;
        HasAnnouncedResponse = false;
        _context!.Vm.Drain();
        if (announced && !Stream.IsEnding)
        {
            // A second local response is ignored; whatever the plugin returned with it must not stop the first.
            result = 0;
        }

        return true;
    }
}
