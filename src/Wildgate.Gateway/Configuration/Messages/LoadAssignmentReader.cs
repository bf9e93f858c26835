using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.endpoint.v3.ClusterLoadAssignment</c>: the endpoints of a cluster.</summary>
internal static class LoadAssignmentReader
{
    public static IReadOnlyList<EndpointConfig> Read(ConfigurationValue value, ClusterDiscovery discovery)
    {
        if (value.AsMessage("a load assignment") is not { } fields)
        {
            return [];
        }

        // Only service discovery uses this name; examples often leave another cluster's name in it.
        fields.Required("cluster_name")?.AsName();
        var endpoints = new List<EndpointConfig>();
        var count = 0;
        foreach (var locality in fields.Optional("endpoints")?.AsList() ?? [])
        {
            count += ReadLocality(locality, discovery, endpoints);
        }

        fields.RefuseOthers("named_endpoints", "policy");
        if (count == 0)
        {
            value.Report(
                ConfigurationProblemIds.WrongCount,
                "expected an endpoint, found none",
                "add endpoints with lb_endpoints");
        }
        else if (discovery == ClusterDiscovery.LogicalDns && count > 1)
        {
            value.Report(
                ConfigurationProblemIds.WrongCount,
                FormattableString.Invariant($"expected one endpoint in a LOGICAL_DNS cluster, found {count}"),
                "keep one, or set the cluster's type to STRICT_DNS");
        }

        return [.. endpoints];
    }

    /// <summary>Adds the endpoints that can be read; the answer counts the others too.</summary>
    private static int ReadLocality(
        ConfigurationValue value,
        ClusterDiscovery discovery,
        List<EndpointConfig> endpoints)
    {
        if (value.AsMessage("a group of endpoints") is not { } fields)
        {
            return 0;
        }

        var count = 0;
        foreach (var item in fields.Optional("lb_endpoints")?.AsList() ?? [])
        {
            count++;
            if (ReadEndpoint(item, discovery) is { } endpoint)
            {
                endpoints.Add(endpoint);
            }
        }

        fields.RefuseOthers(
            "locality", "metadata", "load_balancer_endpoints", "leds_cluster_locality_config",
            "load_balancing_weight", "priority", "proximity");
        return count;
    }

    private static EndpointConfig? ReadEndpoint(ConfigurationValue value, ClusterDiscovery discovery)
    {
        if (value.AsMessage("an endpoint of a group") is not { } outer)
        {
            return null;
        }

        var fields = outer.Required("endpoint")?.AsMessage("an endpoint");
        outer.RefuseOthers("endpoint_name", "health_status", "metadata", "load_balancing_weight");
        if (fields is null)
        {
            return null;
        }

        var hostName = fields.Optional("hostname")?.AsText() ?? "";
        var address = fields.Required("address") is { } addressValue
            ? AddressReader.ReadUpstream(addressValue, discovery) : null;
        fields.RefuseOthers("health_check_config", "additional_addresses");
        return address is null ? null : new EndpointConfig(address, hostName);
    }
}
