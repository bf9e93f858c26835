using System.Globalization;
using System.Net;
using ProxyWasm.Host.Callouts.Transport;
using Wildgate.Gateway.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Wildgate.Gateway.Upstreams;

/// <summary>
/// A cluster at work: its endpoints, the choice of one for each request, and the connections to them.
/// </summary>
internal sealed class Cluster : IDisposable
{
    private readonly Endpoint[] _endpoints;
    private readonly LoadBalancing _balancing;
    private int _next;

    public Cluster(ClusterConfig config)
    {
        Name = config.Name;
        ConnectTimeout = config.ConnectTimeout;
        Tls = config.Tls;
        _balancing = config.LoadBalancing;
        var scheme = config.Tls is null ? "http" : "https";
        _endpoints = [.. config.Endpoints.Select(endpoint => new Endpoint(scheme, endpoint))];
        var isHttp2 = config.Protocol == UpstreamProtocol.Http2;
        RequestConfig = new ForwarderRequestConfig
        {
            ActivityTimeout = Timeout.InfiniteTimeSpan,
            Version = isHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var client = CalloutClusters.Convert(config) with { MaxConnections = int.MaxValue };
        Client = client.CreateClient();
        Callouts = client with { Client = Client };
    }

    public string Name { get; }

    /// <summary>How long a connection may take to be established.</summary>
    public TimeSpan ConnectTimeout { get; }

    /// <summary>TLS towards the endpoints; null for plain text.</summary>
    public UpstreamTlsConfig? Tls { get; }

    public HttpMessageInvoker Client { get; }

    /// <summary>The cluster as plugins call it, over the same connections.</summary>
    public CalloutCluster Callouts { get; }

    public ForwarderRequestConfig RequestConfig { get; }

    /// <summary>The endpoint for the next request; the caller counts it as active meanwhile.</summary>
    public Endpoint Choose() => _endpoints.Length == 1 ? _endpoints[0] : _balancing switch
    {
        LoadBalancing.Random => _endpoints[Random.Shared.Next(_endpoints.Length)],
        LoadBalancing.LeastRequest => ChooseLessBusy(),
        _ => _endpoints[(uint)Interlocked.Increment(ref _next) % (uint)_endpoints.Length],
    };

    public void Dispose() => Client.Dispose();

    // The better of two random ones, as Envoy does: nearly as good as the best of all and much cheaper.
    private Endpoint ChooseLessBusy()
    {
        var first = _endpoints[Random.Shared.Next(_endpoints.Length)];
        var second = _endpoints[Random.Shared.Next(_endpoints.Length)];
        return first.ActiveRequests <= second.ActiveRequests ? first : second;
    }

    /// <summary>One server of a cluster.</summary>
    internal sealed class Endpoint(string scheme, EndpointConfig config)
    {
        private int _activeRequests;

        /// <summary>Address as a URI without a path, such as <c>http://127.0.0.1:8080</c>.</summary>
        public string Prefix { get; } = string.Create(
            CultureInfo.InvariantCulture, $"{scheme}://{HostOf(config.Address.Address)}:{config.Address.Port}");

        /// <summary>
        /// Name for <c>auto_host_rewrite</c>; null when the endpoint has none, that is, when it is known by its IP
        /// address only.
        /// </summary>
        public string? HostName { get; } = config.HostName.Length > 0
            ? config.HostName
            : IPAddress.TryParse(config.Address.Address, out _) ? null : config.Address.Address;

        /// <summary>Host name, or address as text.</summary>
        public string Host { get; } = config.Address.Address;

        public int Port { get; } = config.Address.Port;

        public IPEndPoint? Address { get; } = IPAddress.TryParse(config.Address.Address, out var address)
            ? new IPEndPoint(address, config.Address.Port)
            : null;

        public int ActiveRequests => Volatile.Read(ref _activeRequests);

        public void Begin() => Interlocked.Increment(ref _activeRequests);

        public void End() => Interlocked.Decrement(ref _activeRequests);

        // An IPv6 address stands in brackets.
        private static string HostOf(string address) => address.Contains(':') ? $"[{address}]" : address;
    }
}
