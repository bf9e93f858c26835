using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Wildgate.Gateway.Upstreams;

/// <summary>
/// The time that a route gives its upstream: it begins when the client has sent the whole request, as in Envoy, so that
/// a slow upload is not the upstream's fault, and ends with the response.
/// </summary>
internal sealed class RouteTimeout : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly TimeSpan _timeout;
    private bool _isOver;

    public RouteTimeout(HttpContext context, TimeSpan timeout)
    {
        _timeout = timeout;
        _source = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            Begin();
            return;
        }

        context.Request.Body = new EndWatchingStream(context.Request.Body, Begin);
    }

    /// <summary>Fires when the time is over or the client is gone.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        lock (_source)
        {
            _isOver = true;
            _source.Dispose();
        }
    }

    // The end of a request may be read when its response is over already.
    private void Begin()
    {
        lock (_source)
        {
            if (!_isOver)
            {
                _source.CancelAfter(_timeout);
            }
        }
    }
}
