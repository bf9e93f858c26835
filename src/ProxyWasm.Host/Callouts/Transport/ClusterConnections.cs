namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>The connections of one cluster, shared with others or its own.</summary>
internal sealed class ClusterConnections(CalloutCluster cluster) : IDisposable
{
    private readonly HttpMessageInvoker _client = cluster.Client ?? cluster.CreateClient();

    public string Scheme => cluster.Tls is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;

    public Version Version => cluster.Version;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _client.SendAsync(request, cancellationToken);

    public void Dispose()
    {
        if (cluster.Client is null)
        {
            _client.Dispose();
        }
    }
}
