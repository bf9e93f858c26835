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
    private readonly Context _context;
    private readonly int _contextId;
    private readonly StreamType _stream;
    private readonly LocalResponse? _response;
    private readonly bool _close;

    private DeferredAction(Context context, StreamType stream, LocalResponse? response, bool close)
    {
        _context = context;
        _contextId = context.Id;
        _stream = stream;
        _response = response;
        _close = close;
    }

    public static DeferredAction Continue(Context context, StreamType stream) => new(context, stream, null, false);

    public static DeferredAction Close(Context context, StreamType stream) => new(context, stream, null, true);

    public static DeferredAction Respond(Context context, LocalResponse response) => new(context, default, response, false);

    public void Run()
    {
        if (!_context.IsLive || _context.Id != _contextId)
        {
            return;
        }

        if (_response is { } response)
        {
            _context.SendLocalResponse(response);
        }
        else if (_close)
        {
            _context.CloseStream(_stream);
        }
        else
        {
            _context.ContinueStream(_stream);
        }
    }
}
