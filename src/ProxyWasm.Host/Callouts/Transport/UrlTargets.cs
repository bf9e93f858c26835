using System.Collections.Concurrent;
using System.Net;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>Finds the target for a URL in place of a cluster name, if the operator allows its host.</summary>
internal sealed class UrlTargets(HttpCalloutOptions options) : IDisposable
{
    // Wildcards allow any number of hosts; a plugin cannot make the host remember them all.
    private const int MaxRemembered = 256;

    private readonly UrlAllowEntry[] _allowed = [.. options.AllowedUrlHosts.Select(UrlAllowEntry.Parse)];
    private readonly ConcurrentDictionary<string, CalloutTarget> _remembered = new(StringComparer.Ordinal);
    private readonly ClusterConnections _plain = new(options.UrlDefaults with { Tls = null });
    private readonly ClusterConnections _secure =
        new(options.UrlDefaults with { Tls = options.UrlDefaults.Tls ?? new CalloutTls() });

    public CalloutTarget? Find(string name)
    {
        if (_allowed.Length == 0)
        {
            return null;
        }

        if (_remembered.TryGetValue(name, out var target))
        {
            return target;
        }

        if (TryParse(name) is not { } url || !Array.Exists(_allowed, entry => entry.Allows(url)))
        {
            return null;
        }

        target = new CalloutTarget(
            url.Scheme == Uri.UriSchemeHttps ? _secure : _plain, [new DnsEndPoint(url.IdnHost, url.Port)]);
        if (_remembered.Count < MaxRemembered)
        {
            _remembered.TryAdd(name, target);
        }

        return target;
    }

    public void Dispose()
    {
        _plain.Dispose();
        _secure.Dispose();
    }

    // Scheme, host and port only: a path or user in the name would be lost silently, and so would white space.
    private static Uri? TryParse(string name) =>
        (name.StartsWith("https://", StringComparison.Ordinal) || name.StartsWith("http://", StringComparison.Ordinal))
        && !name.AsSpan().ContainsAnyExceptInRange('!', '~')
        && name.IndexOfAny(['/', '?', '#', '@', '\\'], name.IndexOf("//", StringComparison.Ordinal) + 2) < 0
        && Uri.TryCreate(name, UriKind.Absolute, out var url)
            ? url
            : null;
}
