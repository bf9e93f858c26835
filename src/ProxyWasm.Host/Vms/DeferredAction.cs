using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// Something a guest asked for that takes effect after its call has returned. Carried out only if the context is then
/// still the one that it was.
/// </summary>
internal readonly struct DeferredAction
{
    private readonly DeferredKind _kind;
    private readonly Context _context;
    private readonly int _contextId;
    private readonly StreamType _stream;
    private readonly LocalResponse? _response;

    private DeferredAction(
        DeferredKind kind, Context context, StreamType stream = default, LocalResponse? response = null)
    {
        _kind = kind;
        _context = context;
        _contextId = context.Id;
        _stream = stream;
        _response = response;
    }

    public static DeferredAction Continue(Context context, StreamType stream) =>
        new(DeferredKind.Continue, context, stream);

    public static DeferredAction Close(Context context, StreamType stream) => new(DeferredKind.Close, context, stream);

    public static DeferredAction Respond(Context context, LocalResponse response) =>
        new(DeferredKind.Respond, context, response: response);

    public static DeferredAction End(RootContext root) => new(DeferredKind.End, root);

    public void Run()
    {
        if (!_context.IsLive || _context.Id != _contextId)
        {
            return;
        }

        switch (_kind)
        {
            case DeferredKind.Continue:
                _context.ContinueStream(_stream);
                break;
            case DeferredKind.Close:
                _context.CloseStream(_stream);
                break;
            case DeferredKind.Respond when _response is { } response:
                _context.SendLocalResponse(response);
                break;
            case DeferredKind.End:
                _context.End();
                break;
        }
    }
}
