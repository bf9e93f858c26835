namespace Wildgate.Gateway.Configuration;

/// <summary>Which addresses of a host name are used (<c>dns_lookup_family</c>).</summary>
public enum DnsLookupFamily
{
    /// <summary>IPv6 addresses, or IPv4 when there are none.</summary>
    Auto,

    /// <summary>IPv4 only.</summary>
    V4Only,

    /// <summary>IPv6 only.</summary>
    V6Only,

    /// <summary>IPv4 addresses, or IPv6 when there are none.</summary>
    V4Preferred,

    /// <summary>All addresses.</summary>
    All,
}
