using Microsoft.Extensions.Logging;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>
/// Carries callouts with .NET's HTTP client: HTTP/1.1 and HTTP/2, plain and TLS, endpoints in turn, connections pooled
/// per cluster. Thread-safe. Dispose it after the hosts that use it.
/// </summary>
/// <remarks>
/// <c>content-length</c>, <c>transfer-encoding</c> and the headers that concern a connection are set by the client,
/// whatever the plugin gave; <c>:scheme</c> follows from the cluster. The client cannot send request trailers: they are
/// left out with a warning.
/// </remarks>
public sealed class HttpCalloutTransport : ICalloutTransport, IDisposable
{
    private readonly Dictionary<string, CalloutTarget> _clusters = new(StringComparer.Ordinal);
    private readonly UrlTargets _urls;
    private readonly ILogger _log;
    private int _hasWarned;

    /// <summary>Makes a transport; connections are made when they are needed.</summary>
    /// <exception cref="ArgumentException">Two clusters have one name, or an allowed host is malformed.</exception>
    public HttpCalloutTransport(HttpCalloutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _log = options.LoggerFactory.CreateLogger("ProxyWasm.Host.Callouts");
        _urls = new UrlTargets(options);
        foreach (var cluster in options.Clusters)
        {
            if (_clusters.ContainsKey(cluster.Name))
            {
                throw new ArgumentException($"there are two clusters `{cluster.Name}`: give one another name");
            }

            _clusters[cluster.Name] = new CalloutTarget(new ClusterConnections(cluster), cluster.Endpoints);
        }
    }

    /// <inheritdoc/>
    public CalloutClusterState FindCluster(string name) => Find(name) switch
    {
        null => CalloutClusterState.Unknown,
        { IsEmpty: true } => CalloutClusterState.Unavailable,
        _ => CalloutClusterState.Ready,
    };

    /// <inheritdoc/>
    public async ValueTask<CalloutResult> SendAsync(CalloutRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Find(request.Cluster) is not { IsEmpty: false } target)
        {
            request.BodyReader?.Complete();
            return new CalloutResult(CalloutFailure.NoHealthyUpstream);
        }

        if (request.Trailers.Count > 0 && Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            Log.TrailersLeftOut(_log, request.Cluster);
        }

        var message = RequestMessage.Make(request, target.Connections, target.Next());
        try
        {
            var response = await target.Connections.SendAsync(message, cancellationToken);
            return new CalloutResult(await HttpCalloutResponse.OpenAsync(response, cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && TransportFailures.Translate(exception) is not CalloutFailure.None)
        {
            message.Dispose();
            return new CalloutResult(TransportFailures.Translate(exception), TransportFailures.Describe(exception));
        }
    }

    /// <summary>Closes all connections; calls under way fail.</summary>
    public void Dispose()
    {
        foreach (var target in _clusters.Values)
        {
            target.Connections.Dispose();
        }

        _urls.Dispose();
    }

    private CalloutTarget? Find(string name) => _clusters.GetValueOrDefault(name) ?? _urls.Find(name);
}
