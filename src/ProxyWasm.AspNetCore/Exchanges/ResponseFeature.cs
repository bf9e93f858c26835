using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// Response head as the application sees it. It counts as started when the plugins have got it; until then the
/// application's own last-moment changes (<see cref="OnStarting"/>) are still made, so that plugins see them.
/// </summary>
internal sealed class ResponseFeature : IHttpResponseFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _onStarting = new();
    private IHttpResponseFeature _server = null!;
    private ResponseBody _body = null!;

    public int StatusCode
    {
        get => _server.StatusCode;
        set => _server.StatusCode = value;
    }

    public string? ReasonPhrase
    {
        get => _server.ReasonPhrase;
        set => _server.ReasonPhrase = value;
    }

    public IHeaderDictionary Headers
    {
        get => _server.Headers;
        set => _server.Headers = value;
    }

    [Obsolete("Use IHttpResponseBodyFeature.Stream instead.", error: false)]
    public Stream Body
    {
        get => _body;
        set => throw new NotSupportedException("Replace IHttpResponseBodyFeature instead.");
    }

    public bool HasStarted => _body.IsStarted || _server.HasStarted;

    /// <summary>The response of the server itself.</summary>
    public IHttpResponseFeature Server => _server;

    public void Begin(IHttpResponseFeature server, ResponseBody body)
    {
        _server = server;
        _body = body;
    }

    public void End()
    {
        _server = null!;
        _body = null!;
        _onStarting.Clear();
    }

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
