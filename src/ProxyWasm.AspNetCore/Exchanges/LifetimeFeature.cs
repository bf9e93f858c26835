using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// The life of a request as the application sees it: it also ends when a plugin answers in its place. From then on the
/// application's own attempts to abort are ignored, for they would hit the plugin's response.
/// </summary>
/// <remarks>
/// A token belongs to one request for good: somebody may keep it longer than the request lives. It is made when the
/// application first asks for it.
/// </remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "End disposes of the source at the end of each request.")]
internal sealed class LifetimeFeature(ILogger logger) : IHttpRequestLifetimeFeature
{
    private readonly Lock _gate = new();
    private IHttpRequestLifetimeFeature _server = null!;
    private CancellationTokenSource? _aborted;
    private CancellationToken? _replaced;
    private bool _isDetached;

    public CancellationToken RequestAborted
    {
        get => _replaced ?? OwnToken();
        set => _replaced = value;
    }

    /// <summary>Fires when the client is gone.</summary>
    public CancellationToken ClientAborted => _server.RequestAborted;

    public void Begin(IHttpRequestLifetimeFeature server) => _server = server;

    public void End()
    {
        _aborted?.Dispose();
        _aborted = null;
        _server = null!;
        _replaced = null;
        _isDetached = false;
    }

    public void Abort()
    {
        if (!_isDetached)
        {
            _server.Abort();
        }
    }

    /// <summary>The application's part is over: what it says is no longer heard.</summary>
    public void Detach()
    {
        lock (_gate)
        {
            _isDetached = true;
        }
    }

    /// <summary>Tells the application, once detached, to stop.</summary>
    public async Task StopApplicationAsync()
    {
        CancellationTokenSource? aborted;
        lock (_gate)
        {
            aborted = _aborted;
        }

        if (aborted is null)
        {
            return;
        }

        try
        {
            await aborted.CancelAsync();
        }
        catch (AggregateException exception)
        {
            // What the application's own callbacks throw must not keep the plugin's response from the client.
            Log.ApplicationStopped(logger, exception);
        }
    }

    /// <summary>Ends the client's stream.</summary>
    public void Reset() => _server.Abort();

    private CancellationToken OwnToken()
    {
        lock (_gate)
        {
            if (_isDetached && _aborted is null)
            {
                return new CancellationToken(canceled: true);
            }

            _aborted ??= CancellationTokenSource.CreateLinkedTokenSource(_server.RequestAborted);
            return _aborted.Token;
        }
    }
}
