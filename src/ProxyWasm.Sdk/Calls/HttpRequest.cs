using ProxyWasm.Sdk.Http;

namespace ProxyWasm.Sdk.Calls;

/// <summary>A request of the plugin's own to a cluster of the host's configuration.</summary>
/// <param name="cluster">Name of the cluster.</param>
public sealed class HttpRequest(string cluster)
{
    /// <summary>Name of the cluster.</summary>
    public string Cluster { get; } = cluster;

    /// <value>Default: <c>GET</c>.</value>
    public string Method { get; init; } = "GET";

    /// <summary>Path and query.</summary>
    /// <value>Default: <c>/</c>.</value>
    public string Path { get; init; } = "/";

    /// <summary>The host that is asked for.</summary>
    /// <value>Default: the name of the cluster.</value>
    public string? Authority { get; init; }

    /// <summary>Headers beside method, path and authority.</summary>
    public HeaderList Headers { get; init; } = [];

    /// <summary>The body; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What follows the body; none by default.</summary>
    public HeaderList? Trailers { get; init; }

    /// <summary>How long to wait for the whole answer, rounded up to milliseconds.</summary>
    /// <value>Default: 5 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    internal byte[] SerializeHeaders()
    {
        var all = new HeaderList
        {
            { ":method", Method },
            { ":path", Path },
            { ":authority", Authority ?? Cluster },
        };
        all.AddAll(Headers);
        return all.Serialize();
    }
}
