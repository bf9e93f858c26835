using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// Response head as the application sees it. It counts as started when the plugins have got it; until then the
/// application's own last-moment changes (<see cref="OnStarting"/>) are still made, so that plugins see them.
/// </summary>
/// <remarks>
/// Once a plugin has answered in the application's place, the application talks to a head of its own that goes nowhere.
/// </remarks>
internal sealed class ResponseFeature : IHttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _onStarting = new();
    private IHttpResponseFeature _server = null!;
    private IHttpResponseFeature _shown = null!;
    private ResponseBody _body = null!;

    public int StatusCode
    {
        get => _shown.StatusCode;
        set => _shown.StatusCode = value;
    }

    public string? ReasonPhrase
    {
        get => _shown.ReasonPhrase;
        set => _shown.ReasonPhrase = value;
    }

    public IHeaderDictionary Headers
    {
        get => _shown.Headers;
        set => _shown.Headers = value;
    }

    [Obsolete("Use IHttpResponseBodyFeature.Stream instead.", error: false)]
    public Stream Body
    {
        get => _body;
        set => throw new NotSupportedException("Replace IHttpResponseBodyFeature instead.");
    }

    public bool HasStarted => _body.IsStarted || _shown != _server || _server.HasStarted;

    /// <summary>The response of the server itself.</summary>
    public IHttpResponseFeature Server => _server;

    public void Begin(IHttpResponseFeature server, ResponseBody body)
    {
        _server = _shown = server;
        _body = body;
    }

    public void End()
    {
        _server = _shown = null!;
        _body = null!;
        _onStarting.Clear();
    }

    /// <summary>What the application does to the head from here on is not sent.</summary>
    public void Detach() => _shown = new HttpResponseFeature { StatusCode = _server.StatusCode };

    public void OnStarting(Func<object, Task> callback, object state)
    {
        if (HasStarted)
        {
            throw new InvalidOperationException("OnStarting cannot be set because the response has already started.");
        }

        _onStarting.Push((callback, state));
    }

    public void OnCompleted(Func<object, Task> callback, object state) => _server.OnCompleted(callback, state);

    public async ValueTask FireOnStartingAsync()
    {
        while (_onStarting.TryPop(out var entry))
        {
            await entry.Callback(entry.State);
        }
    }
}
