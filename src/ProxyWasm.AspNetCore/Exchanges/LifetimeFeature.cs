using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// The life of a request as the application sees it: it also ends when a plugin answers in its place. From then on the
/// application's own attempts to abort are ignored, for they would hit the plugin's response.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Pooled for the life of the process; nothing in it holds a resource.")]
internal sealed class LifetimeFeature : IHttpRequestLifetimeFeature
{
    private IHttpRequestLifetimeFeature _server = null!;
    private CancellationTokenSource _aborted = new();
    private CancellationTokenRegistration _link;
    private CancellationToken? _replaced;
    private bool _isDetached;

    public CancellationToken RequestAborted
    {
        get => _replaced ?? _aborted.Token;
        set => _replaced = value;
    }

    /// <summary>Fires when the client is gone.</summary>
    public CancellationToken ClientAborted => _server.RequestAborted;

    public void Begin(IHttpRequestLifetimeFeature server)
    {
        _server = server;
        _link = server.RequestAborted.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _aborted);
    }

    public async ValueTask EndAsync()
    {
        await _link.DisposeAsync();
        _server = null!;
        _replaced = null;
        _isDetached = false;
        if (!_aborted.TryReset())
        {
            _aborted.Dispose();
            _aborted = new CancellationTokenSource();
        }
    }

    public void Abort()
    {
        if (!_isDetached)
        {
            _server.Abort();
        }
    }

    /// <summary>The application's part is over: it is told to stop, and no longer heard.</summary>
    public async Task DetachAsync()
    {
        _isDetached = true;
        await _aborted.CancelAsync();
    }

    /// <summary>Ends the client's stream.</summary>
    public void Reset() => _server.Abort();
}
