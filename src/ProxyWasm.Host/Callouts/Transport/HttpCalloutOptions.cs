using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>What an <see cref="HttpCalloutTransport"/> can reach.</summary>
public sealed record HttpCalloutOptions
{
    /// <summary>Clusters with distinct names.</summary>
    public IReadOnlyList<CalloutCluster> Clusters { get; init; } = [];

    /// <summary>
    /// Hosts that plugins may call without a cluster, by giving <c>https://host[:port]</c> or <c>http://host[:port]</c>
    /// in its place. Each entry is <c>host</c>, <c>host:port</c> or <c>host:*</c>, and <c>*.example.org</c> stands for
    /// all hosts below that name; without a port only that of the scheme is allowed.
    /// </summary>
    /// <value>Default: none, plugins reach clusters only.</value>
    public IReadOnlyList<string> AllowedUrlHosts { get; init; } = [];

    /// <summary>Whether a text is what <see cref="AllowedUrlHosts"/> takes.</summary>
    public static bool IsUrlHost(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return UrlAllowEntry.TryParse(entry) is not null;
    }

    /// <summary>Settings for URLs; its name and endpoints do not count.</summary>
    public CalloutCluster UrlDefaults { get; init; } = new() { Name = "" };

    /// <summary>Takes what the transport logs.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;
}
