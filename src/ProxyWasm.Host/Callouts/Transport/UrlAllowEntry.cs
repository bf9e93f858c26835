using System.Globalization;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>One entry of the list of hosts that may be called by URL.</summary>
internal sealed record UrlAllowEntry(string Host, int? Port, bool AnyPort)
{
    private const string Wildcard = "*.";

    /// <exception cref="ArgumentException">The entry is not in one of the forms that are allowed.</exception>
    public static UrlAllowEntry Parse(string entry) => TryParse(entry) ?? throw new ArgumentException(
        $"`{entry}` is not a host that plugins may call: write `host`, `host:port`, `host:*` or `*.domain`");

    /// <summary>Reads an entry; null when it is not in one of the forms that are allowed.</summary>
    public static UrlAllowEntry? TryParse(string entry)
    {
        var host = entry;
        int? port = null;
        var anyPort = false;
        var colon = entry.LastIndexOf(':');
        if (colon >= 0 && !entry.EndsWith(']'))
        {
            host = entry[..colon];
            var portText = entry[(colon + 1)..];
            anyPort = portText == "*";
            if (ushort.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                port = number;
            }
            else if (!anyPort)
            {
                return null;
            }
        }

        var name = host.StartsWith(Wildcard, StringComparison.Ordinal) ? host[Wildcard.Length..] : host;
        return Uri.CheckHostName(name.Trim('[', ']')) == UriHostNameType.Unknown
            ? null : new UrlAllowEntry(host, port, anyPort);
    }

    public bool Allows(Uri url)
    {
        var isPort = AnyPort || (Port is { } port ? url.Port == port : url.IsDefaultPort);
        return isPort && (Host.StartsWith(Wildcard, StringComparison.Ordinal)
            ? url.Host.EndsWith(Host[1..], StringComparison.OrdinalIgnoreCase) && url.Host.Length > Host.Length - 1
            : url.Host.Equals(Host, StringComparison.OrdinalIgnoreCase));
    }
}
