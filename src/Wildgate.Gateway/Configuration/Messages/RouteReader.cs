using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.route.v3.Route</c>.</summary>
internal static class RouteReader
{
    // Envoy's default for config.route.v3.RouteAction.timeout.
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(15);

    public static RouteConfig? Read(ConfigurationValue value)
    {
        if (value.AsMessage("a route") is not { } fields)
        {
            return null;
        }

        var name = fields.Optional("name")?.AsText() ?? "";
        var match = fields.Required("match") is { } matchValue ? ReadMatch(matchValue) : null;
        var action = ReadAction(fields);
        fields.RefuseOthers(
            "redirect", "filter_action", "non_forwarding_action", "metadata", "decorator", "per_filter_config",
            "typed_per_filter_config", "request_headers_to_add", "request_headers_to_remove",
            "response_headers_to_add", "response_headers_to_remove", "tracing", "per_request_buffer_limit_bytes",
            "stat_prefix");
        return match is null || action is null ? null : new RouteConfig(name, match, action);
    }

    private static RouteMatchConfig? ReadMatch(ConfigurationValue value)
    {
        if (value.AsMessage("a route match") is not { } fields)
        {
            return null;
        }

        var path = fields.OneOf("prefix", "path");
        if (path is null
            && !fields.HasAny("safe_regex", "connect_matcher", "path_separated_prefix", "path_match_policy"))
        {
            fields.ReportMissing("prefix", "add prefix: \"/\" to match everything, or path for one exact path");
        }

        fields.RefuseOthers(
            "safe_regex", "connect_matcher", "path_separated_prefix", "path_match_policy", "case_sensitive",
            "runtime_fraction", "headers", "query_parameters", "cookies", "grpc", "tls_context", "dynamic_metadata",
            "filter_state");
        return path?.Value.AsText() is { } text
            ? new RouteMatchConfig(path.Name == "path" ? PathMatchKind.Exact : PathMatchKind.Prefix, text) : null;
    }

    private static RouteActionConfig? ReadAction(MessageFields fields)
    {
        switch (fields.OneOf("route", "direct_response"))
        {
            case { Name: "route" } forward:
                return ReadForward(forward.Value);
            case { } answer:
                return ReadDirectResponse(answer.Value);
            default:
                if (!fields.HasAny("redirect", "filter_action", "non_forwarding_action"))
                {
                    fields.ReportMissing("route", "add route with a cluster, or direct_response with a status");
                }

                return null;
        }
    }

    private static ForwardActionConfig? ReadForward(ConfigurationValue value)
    {
        if (value.AsMessage("a route action") is not { } fields)
        {
            return null;
        }

        var cluster = fields.Optional("cluster");
        if (cluster is null && !fields.HasAny("cluster_header", "weighted_clusters", "cluster_specifier_plugin"))
        {
            fields.ReportMissing("cluster");
        }

        var clusterName = cluster?.AsName();
        if (cluster is not null && clusterName is not null)
        {
            value.Context.Clusters.Use(clusterName, cluster);
        }

        var host = fields.OneOf("host_rewrite_literal", "auto_host_rewrite");
        var action = new ForwardActionConfig
        {
            Cluster = clusterName ?? "",
            PrefixRewrite = fields.Optional("prefix_rewrite")?.AsText() is { Length: > 0 } rewrite ? rewrite : null,
            Timeout = fields.Optional("timeout")?.AsDuration(TimeSpan.Zero) ?? DefaultTimeout,
            HostRewrite = host is { Name: "host_rewrite_literal" } ? host.Value.AsName() : null,
            AutoHostRewrite = host is { Name: "auto_host_rewrite" } && host.Value.AsBoolean() == true,
        };
        fields.RefuseOthers(
            "cluster_header", "weighted_clusters", "cluster_specifier_plugin", "inline_cluster_specifier_plugin",
            "cluster_not_found_response_code", "metadata_match", "regex_rewrite", "path_rewrite_policy",
            "path_rewrite", "host_rewrite", "host_rewrite_header", "host_rewrite_path_regex",
            "append_x_forwarded_host", "idle_timeout", "early_data_policy", "retry_policy",
            "retry_policy_typed_config", "request_mirror_policies", "priority", "rate_limits", "include_vh_rate_limits",
            "hash_policy", "cors", "max_grpc_timeout", "grpc_timeout_offset", "upgrade_configs",
            "internal_redirect_policy", "internal_redirect_action", "max_internal_redirects", "hedge_policy",
            "max_stream_duration", "flush_timeout");
        return action;
    }

    private static DirectResponseConfig? ReadDirectResponse(ConfigurationValue value)
    {
        if (value.AsMessage("a direct response") is not { } fields)
        {
            return null;
        }

        // The bounds are Envoy's.
        var status = fields.Required("status")?.AsInteger(200, 599) ?? 200;
        var body = fields.Optional("body") is { } bodyValue ? InlineSourceReader.Read(bodyValue, "a body") : null;
        fields.RefuseOthers("body_format");
        return new DirectResponseConfig(status, body ?? []);
    }
}
