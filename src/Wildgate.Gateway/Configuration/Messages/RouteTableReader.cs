using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;
using Wildgate.Gateway.Configuration.Validation;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.route.v3.RouteConfiguration</c> and its virtual hosts.</summary>
internal static class RouteTableReader
{
    public static RouteTableConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("a route configuration") is not { } fields)
        {
            return null;
        }

        var name = fields.Optional("name")?.AsText() ?? "";
        var hostNames = new UniqueNames("each virtual host name");
        var domains = new UniqueNames("each domain");
        var hosts = new List<VirtualHostConfig>();
        foreach (var item in fields.Required("virtual_hosts")?.AsList() ?? [])
        {
            if (ReadHost(item, hostNames, domains) is { } host)
            {
                hosts.Add(host);
            }
        }

        fields.RefuseOthers(
            "vhds", "internal_only_headers", "response_headers_to_add", "response_headers_to_remove",
            "request_headers_to_add", "request_headers_to_remove", "most_specific_header_mutations_wins",
            "validate_clusters", "max_direct_response_body_size_bytes", "cluster_specifier_plugins",
            "request_mirror_policies", "ignore_port_in_host_matching", "ignore_path_parameters_in_path_matching",
            "typed_per_filter_config", "metadata");
        return new RouteTableConfig(name, [.. hosts]);
    }

    private static VirtualHostConfig? ReadHost(ConfigurationValue value, UniqueNames hostNames, UniqueNames domains)
    {
        if (value.AsMessage("a virtual host") is not { } fields)
        {
            return null;
        }

        var nameValue = fields.Required("name");
        var name = nameValue?.AsName() ?? "";
        if (nameValue is not null && name.Length > 0)
        {
            hostNames.Add(name, nameValue);
        }

        var patterns = fields.Required("domains") is { } domainValue ? ReadDomains(domainValue, domains) : [];
        var routes = (fields.Optional("routes")?.AsList() ?? []).Select(RouteReader.Read).OfType<RouteConfig>();
        var host = new VirtualHostConfig(name, patterns, [.. routes]);
        fields.RefuseOthers(
            "matcher", "require_tls", "virtual_clusters", "rate_limits", "request_headers_to_add",
            "request_headers_to_remove", "response_headers_to_add", "response_headers_to_remove", "cors",
            "per_filter_config", "typed_per_filter_config", "include_request_attempt_count",
            "include_attempt_count_in_response", "retry_policy", "retry_policy_typed_config", "hedge_policy",
            "include_is_timeout_retry_header", "per_request_buffer_limit_bytes", "request_mirror_policies", "metadata");
        return host;
    }

    private static IReadOnlyList<string> ReadDomains(ConfigurationValue list, UniqueNames domains)
    {
        var patterns = new List<string>();
        var isEmpty = true;
        foreach (var item in list.AsList())
        {
            isEmpty = false;
            if (item.AsName()?.ToLowerInvariant() is { } domain && IsPattern(domain, item) && domains.Add(domain, item))
            {
                patterns.Add(domain);
            }
        }

        if (isEmpty)
        {
            list.Report(
                ConfigurationProblemIds.WrongCount,
                "expected a domain, found an empty list",
                "add \"*\" for all hosts");
        }

        return [.. patterns];
    }

    private static bool IsPattern(string domain, ConfigurationValue place)
    {
        var stars = domain.Count(static character => character == '*');
        if (stars == 0 || (stars == 1 && (domain[0] == '*' || domain[^1] == '*')))
        {
            return true;
        }

        place.Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected a host with at most one * at its start or end, found {Quotation.Of(domain)}",
            "write *.example.com, example.* or *");
        return false;
    }
}
