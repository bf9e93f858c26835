using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>extensions.filters.network.http_connection_manager.v3.HttpConnectionManager</c>.</summary>
internal static class HttpConnectionManagerReader
{
    private static readonly EnumNames<HttpCodec> Codecs = new(
        "a codec type",
        ("AUTO", 0, HttpCodec.Auto),
        ("HTTP1", 1, HttpCodec.Http1),
        ("HTTP2", 2, HttpCodec.Http2),
        ("HTTP3", 3, null));

    public static HttpConnectionManagerConfig? Read(MessageFields fields)
    {
        var statPrefix = fields.Required("stat_prefix")?.AsName() ?? "";
        var codec = fields.Optional("codec_type")?.AsEnum(Codecs) ?? HttpCodec.Auto;
        var routes = fields.Required("route_config") is { } routeValue ? RouteTableReader.Read(routeValue) : null;
        var filters = fields.Required("http_filters") is { } filterValue ? ReadFilters(filterValue) : [];
        var accessLoggers = AccessLogReader.Read(fields);
        fields.RefuseOthers(
            "rds", "scoped_routes", "add_user_agent", "tracing", "common_http_protocol_options",
            "http_protocol_options", "http2_protocol_options", "http3_protocol_options", "server_name",
            "server_header_transformation", "scheme_header_transformation", "max_request_headers_kb",
            "stream_idle_timeout", "request_timeout", "request_headers_timeout", "drain_timeout",
            "delayed_close_timeout", "access_log_flush_interval", "access_log_options",
            "use_remote_address", "xff_num_trusted_hops", "original_ip_detection_extensions",
            "early_header_mutation_extensions", "internal_address_config", "skip_xff_append", "via",
            "generate_request_id", "preserve_external_request_id", "always_set_request_id_in_response",
            "forward_client_cert_details", "set_current_client_cert_details", "proxy_100_continue",
            "represent_ipv4_remote_address_as_ipv4_mapped_ipv6", "upgrade_configs", "normalize_path", "merge_slashes",
            "path_with_escaped_slashes_action", "request_id_extension", "local_reply_config",
            "strip_matching_host_port", "strip_any_host_port", "stream_error_on_invalid_http_message",
            "path_normalization_options", "strip_trailing_host_dot", "proxy_status_config",
            "typed_header_validation_config", "append_x_forwarded_port", "append_local_overload",
            "add_proxy_protocol_connection_state", "idle_timeout", "hidden_envoy_deprecated_idle_timeout");
        return routes is null ? null : new HttpConnectionManagerConfig
        {
            StatPrefix = statPrefix,
            Codec = codec,
            Routes = routes,
            Filters = filters,
            AccessLoggers = accessLoggers,
        };
    }

    private static IReadOnlyList<WasmFilterConfig> ReadFilters(ConfigurationValue list)
    {
        var filters = new List<WasmFilterConfig>();
        ConfigurationValue? router = null;
        foreach (var item in list.AsList())
        {
            if (router is not null)
            {
                item.Report(
                    ConfigurationProblemIds.FilterOrder,
                    "expected nothing after the router, found another filter",
                    $"move {router.Path} to the end of the list");
            }

            var read = HttpFilterReader.Read(item);
            if (read.IsRouter)
            {
                router ??= item;
            }

            if (read.Wasm is { } wasm)
            {
                filters.Add(wasm);
            }
        }

        if (router is null)
        {
            list.Report(
                ConfigurationProblemIds.FilterOrder,
                $"expected {Quotation.Of(HttpFilterReader.RouterName)} as the last filter, found no router",
                "add it with typed_config type.googleapis.com/" + HttpFilterReader.RouterType);
        }

        return [.. filters];
    }
}
