using System.Net;
using System.Net.Sockets;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>IP addresses in their usual notation only.</summary>
internal static class IpAddressText
{
    /// <summary>
    /// Whether the text is an address; unlike the parser of the framework, "1" and "0x7f.1" are not.
    /// </summary>
    public static bool IsValid(string text) => IPAddress.TryParse(text, out var address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6
            ? !text.Contains('[') : text == address.ToString());
}
