using ProxyWasm.Abi.Actions;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Scheduling;

namespace ProxyWasm.Host.Streams;

/// <summary>
/// A plugin's place in the chain of one stream: its context there, what it holds back, and its failure policy. What
/// is presented to the plugin, and by which callbacks, is the business of each protocol.
/// </summary>
internal abstract class StreamFilter(Plugin plugin, Worker worker)
{
    private readonly FilterFlow _request = new();
    private readonly FilterFlow _response = new();
    private StreamContext? _context;
    private bool _isSkipped;

    public int BufferLimit => plugin.Options.Limits.BufferBytes;

    /// <summary>Whether a full buffer always slows the sender down, whatever action the plugin chose.</summary>
    public virtual bool SlowsSenderWhenFull => false;

    /// <summary>Whether the headers can be the end of their direction.</summary>
    public virtual bool HeadersMayEnd => true;

    /// <summary>Whether the plugin knows the stream.</summary>
    public bool IsEntered { get; private set; }

    protected Plugin Plugin => plugin;

    public FilterFlow Flow(DirectionKind kind) => kind == DirectionKind.Request ? _request : _response;

    /// <summary>Whether the plugin looks at the body or trailers of a direction.</summary>
    public abstract bool NeedsBody(DirectionKind kind);

    public abstract HeadersAction OnHeaders(DirectionKind kind, bool end);

    public abstract BodyAction OnBody(DirectionKind kind, BodyBuffer body, bool end);

    public abstract TrailersAction OnTrailers(DirectionKind kind);

    /// <summary>The headers are about to pass on: last chance to make them fit the body.</summary>
    /// <param name="kind">Their direction.</param>
    /// <param name="bodyBytes">Length of the whole body if it passes with them, null when more may follow.</param>
    public virtual void LetHeadersPass(DirectionKind kind, int? bodyBytes)
    {
    }

    /// <summary>What was held is let go: the plugin no longer reaches it.</summary>
    public virtual void Unbind(DirectionKind kind) => _context?.BindBody(kind, null);

    /// <summary>The plugin wants to go on; taken into account by the next pass.</summary>
    public void RequestResume(DirectionKind kind)
    {
        Flow(kind).ResumeRequested = true;
        Signal(kind);
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

    /// <summary>Gets ready for another stream.</summary>
    public void Open()
    {
        _request.Reset();
        _response.Reset();
        IsEntered = false;
        _isSkipped = false;
    }

    /// <summary>Wakes the driver of a direction.</summary>
    protected abstract void Signal(DirectionKind kind);

    protected abstract StreamContext CreateContext(RootContext root);

    /// <summary>The plugin cannot run and fails closed.</summary>
    protected abstract void FailStream();

    /// <summary>
    /// Enters the plugin's context; it comes into being the first time, on the virtual machine that the plugin has
    /// then.
    /// </summary>
    /// <returns>False when the plugin cannot run.</returns>
    protected bool TryEnter()
    {
        if (!IsEntered)
        {
            if (plugin.RootOn(worker) is not { } root)
            {
                return false;
            }

            if (_context?.Root != root)
            {
                _context = CreateContext(root);
            }

            IsEntered = true;
            var vm = root.Vm;
            vm.Contexts.Add(_context);
            vm.Call(_context, "proxy_on_context_create", vm.Exports.OnContextCreate, _context.Id, root.Id);
        }

        return _context!.IsReachable;
    }

    /// <summary>Whether a callback can be made; if not, the failure policy has been applied.</summary>
    protected bool CanCall()
    {
        if (_isSkipped)
        {
            return false;
        }

        if (TryEnter())
        {
            return true;
        }

        ApplyFailurePolicy();
        return false;
    }

    /// <summary>Whether the guest call just made has failed; if so, the failure policy has been applied.</summary>
    protected bool HasFailed()
    {
        if (!_context!.Vm.IsFailed)
        {
            return false;
        }

        ApplyFailurePolicy();
        return true;
    }

    /// <summary>Whether the plugin is to be told that the stream ends; follow with <see cref="Forget"/>.</summary>
    protected bool TryLeave() => IsEntered && _context!.IsReachable;

    /// <summary>The guest no longer knows the stream, and nothing is held for it.</summary>
    protected void Forget()
    {
        if (IsEntered)
        {
            _context!.Vm.Contexts.Remove(_context);
            _context.Clear();
            IsEntered = false;
        }

        _request.Reset();
        _response.Reset();
    }

    private void ApplyFailurePolicy()
    {
        _isSkipped = true;
        if (plugin.Options.FailurePolicy != FailurePolicy.FailOpen)
        {
            FailStream();
        }
    }
}
