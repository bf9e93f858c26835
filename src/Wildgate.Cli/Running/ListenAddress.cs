using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace Wildgate.Cli.Running;

/// <summary>Where to accept connections.</summary>
/// <param name="Host">An IP address, <c>localhost</c>, or empty for every address of the machine.</param>
/// <param name="Port">0 to 65535; 0 lets the system choose.</param>
internal sealed record ListenAddress(string Host, int Port)
{
    /// <summary>Reads <c>HOST:PORT</c>, <c>[IPv6]:PORT</c> or <c>:PORT</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? address)
    {
        address = null;
        var colon = text.LastIndexOf(':');
        if (colon < 0
            || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || !TryParseHost(text[..colon], out var host))
        {
            return false;
        }

        address = new ListenAddress(host, port);
        return true;
    }

    public override string ToString() => Host.Contains(':', StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static bool TryParseHost(string text, out string host)
    {
        host = text;
        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            host = text[1..^1];
            return Uri.CheckHostName(host) == UriHostNameType.IPv6 && IPAddress.TryParse(host, out _);
        }

        return text is "" or "localhost" || Uri.CheckHostName(text) == UriHostNameType.IPv4;
    }
}
