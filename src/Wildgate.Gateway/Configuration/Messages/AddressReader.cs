using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.core.v3.Address</c>.</summary>
internal static class AddressReader
{
    private const int MostPort = 65535;

    private static readonly EnumNames<bool> Protocol = new("a protocol", ("TCP", 0, true), ("UDP", 1, null));

    /// <summary>An address to bind: an IP address and any port.</summary>
    public static SocketAddressConfig? ReadListening(ConfigurationValue value)
    {
        if (Read(value, leastPort: 0) is not { } read)
        {
            return null;
        }

        if (!IpAddressText.IsValid(read.Config.Address))
        {
            read.Place.Report(
                ConfigurationProblemIds.InvalidValue,
                $"expected an IP address to listen on, found {Quotation.Of(read.Config.Address)}",
                "write 0.0.0.0 or :: for all interfaces, 127.0.0.1 or ::1 for this machine only");
        }

        return read.Config;
    }

    /// <summary>An address to connect to: an IP address, or a host name where the cluster resolves names.</summary>
    public static SocketAddressConfig? ReadUpstream(ConfigurationValue value, ClusterDiscovery discovery)
    {
        if (Read(value, leastPort: 1) is not { } read)
        {
            return null;
        }

        var address = read.Config.Address;
        if (discovery == ClusterDiscovery.Static && !IpAddressText.IsValid(address))
        {
            read.Place.Report(
                ConfigurationProblemIds.InvalidValue,
                $"expected an IP address in a STATIC cluster, found {Quotation.Of(address)}",
                "set the cluster's type to STRICT_DNS or LOGICAL_DNS");
        }
        else if (!IpAddressText.IsValid(address) && Uri.CheckHostName(address) != UriHostNameType.Dns)
        {
            read.Place.Report(
                ConfigurationProblemIds.InvalidValue,
                $"expected an IP address or a host name, found {Quotation.Of(address)}",
                "write the host alone: the port is port_value, and there is no scheme");
        }

        return read.Config;
    }

    private static ReadAddress? Read(ConfigurationValue value, int leastPort)
    {
        if (value.AsMessage("an address") is not { } fields)
        {
            return null;
        }

        var socket = fields.Required("socket_address")?.AsMessage("a socket address");
        fields.RefuseOthers("pipe", "envoy_internal_address");
        if (socket is null)
        {
            return null;
        }

        socket.Optional("protocol")?.AsEnum(Protocol);
        var address = socket.Required("address");
        var port = socket.Required("port_value")?.AsInteger(leastPort, MostPort);
        socket.RefuseOthers("named_port", "resolver_name", "ipv4_compat", "network_namespace_filepath");
        return address?.AsName() is { } text
            ? new ReadAddress(new SocketAddressConfig(text, port ?? leastPort), address) : null;
    }

    private sealed record ReadAddress(SocketAddressConfig Config, ConfigurationValue Place);
}
