using System.Diagnostics.CodeAnalysis;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Actions;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Plugins;

namespace ProxyWasm.Host.Http;

/// <summary>
/// A plugin's place in the chain of one stream: calls its callbacks, binds maps and buffers around them, and applies
/// the plugin's failure policy when it cannot run.
/// </summary>
internal sealed class HttpFilter(HttpStream stream, Plugin plugin)
{
    private readonly FilterFlow _request = new();
    private readonly FilterFlow _response = new();
    private HttpStreamContext? _context;
    private bool _isCreated;
    private bool _isSkipped;

    public HttpStream Stream { get; } = stream;

    public int BufferLimit => plugin.Options.Limits.BufferBytes;

    /// <summary>Set by a host function when the plugin sends a local response.</summary>
    public bool HasAnnouncedResponse { get; set; }

    /// <summary>Whether the plugin takes part in the response: it must have seen the request.</summary>
    public bool IsEntered => _isCreated;

    public FilterFlow Flow(DirectionKind kind) => kind == DirectionKind.Request ? _request : _response;

    /// <summary>Whether the plugin looks at the body or trailers of a direction.</summary>
    public bool NeedsBody(DirectionKind kind) => plugin.SeesBody(kind);

    /// <summary>Gets ready for another stream.</summary>
    public void Open()
    {
        _request.Reset();
        _response.Reset();
        _isCreated = false;
        _isSkipped = false;
        HasAnnouncedResponse = false;
    }

    public HeadersAction OnHeaders(DirectionKind kind, bool end)
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
            ? vm.Call(context, "proxy_on_request_headers", vm.Exports.OnRequestHeaders, context.Id, count, end ? 1 : 0, 0)
            : vm.Call(context, "proxy_on_response_headers", vm.Exports.OnResponseHeaders, context.Id, count, end ? 1 : 0, 0);
        if (!Complete(ref raw))
        {
            return HeadersAction.Continue;
        }

        var action = CallbackResult.ToHeadersAction(raw, plugin.Options.AllowOnHeadersStopIteration);
        if (action == HeadersAction.Continue)
        {
            context.Unbind(isRequest ? MapBinding.RequestHeaders : MapBinding.ResponseHeaders);
        }

        return action;
    }

    public BodyAction OnBody(DirectionKind kind, BodyBuffer body, bool end)
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

    public TrailersAction OnTrailers(DirectionKind kind)
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
        if (TryEnter(out var context))
        {
            context.BeginLog();
            context.Vm.Call(context, "proxy_on_log", context.Vm.Exports.OnLog, context.Id);
            context.Vm.Drain();
            context.Clear();
        }
    }

    /// <summary>Ends the context; it is known to the guest until <c>on_delete</c> has returned.</summary>
    public void Delete()
    {
        if (_context is not { } context || !_isCreated)
        {
            return;
        }

        var vm = context.Vm;
        if (context.Root.IsLive && !vm.IsFailed)
        {
            vm.Call(context, "proxy_on_done", vm.Exports.OnDone, context.Id, 1);
            vm.Call(context, "proxy_on_delete", vm.Exports.OnDelete, context.Id);
            vm.Drain();
        }

        vm.Contexts.Remove(context);
        context.Clear();
        _isCreated = false;
        _request.Reset();
        _response.Reset();
    }

    /// <summary>Nobody is left to resume what the plugin holds: its failure policy decides about it.</summary>
    public void LosePlugin()
    {
        if (_isSkipped || !(_request.IsPaused || _response.IsPaused))
        {
            return;
        }

        ApplyFailurePolicy();
        RequestResume(DirectionKind.Request);
        RequestResume(DirectionKind.Response);
    }

    public void RequestResume(DirectionKind kind)
    {
        Flow(kind).ResumeRequested = true;
        Stream.Direction(kind).Signal();
    }

    public void Unbind(DirectionKind kind)
    {
        _context?.Unbind(kind == DirectionKind.Request ? MapBinding.Request : MapBinding.Response);
        _context?.BindBody(kind, null);
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

    // A response of the host's own making is only seen by plugins that have seen the request.
    private bool CanCall(DirectionKind kind)
    {
        if (_isSkipped || (kind == DirectionKind.Response && !_isCreated))
        {
            return false;
        }

        if (!TryEnter(out _))
        {
            ApplyFailurePolicy();
            return false;
        }

        // Only what this callback announces may change its answer.
        HasAnnouncedResponse = false;

        return true;
    }

    // The context comes into being with the first callback, on the virtual machine that the plugin has then.
    private bool TryEnter([NotNullWhen(true)] out HttpStreamContext? context)
    {
        if (!_isCreated)
        {
            if (plugin.RootOn(Stream.Worker) is not { } root)
            {
                context = null;
                return false;
            }

            if (_context?.Root != root)
            {
                _context = new HttpStreamContext(root.Vm, root, this);
            }

            _isCreated = true;
            var vm = root.Vm;
            vm.Contexts.Add(_context);
            vm.Call(_context, "proxy_on_context_create", vm.Exports.OnContextCreate, _context.Id, root.Id);
        }

        context = _context!;
        return context.Root.IsLive && !context.Vm.IsFailed;
    }

    // After a guest call: false when the result does not count, because the plugin failed.
    private bool Complete(ref int result)
    {
        var vm = _context!.Vm;
        if (vm.IsFailed)
        {
            ApplyFailurePolicy();
            return false;
        }

        var announced = HasAnnouncedResponse;
        HasAnnouncedResponse = false;
        vm.Drain();
        if (announced && !Stream.IsEnding)
        {
            // A second local response is ignored; whatever the plugin returned with it must not stop the first.
            result = 0;
        }

        return true;
    }

    private void ApplyFailurePolicy()
    {
        _isSkipped = true;
        if (plugin.Options.FailurePolicy != FailurePolicy.FailOpen)
        {
            Stream.Fail();
        }
    }
}
