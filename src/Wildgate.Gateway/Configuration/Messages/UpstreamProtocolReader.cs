using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads which HTTP version a cluster is spoken to with.</summary>
internal static class UpstreamProtocolReader
{
    private const string Options = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";

    private static readonly string[] UnsupportedHttp1 =
    [
        "allow_absolute_url", "accept_http_10", "default_host_for_http_10", "header_key_format", "enable_trailers",
        "allow_chunked_length", "override_stream_error_on_invalid_http_message",
        "send_fully_qualified_url", "use_balsa_parser", "allow_custom_methods", "ignore_http_11_upgrade",
    ];

    private static readonly string[] UnsupportedHttp2 =
    [
        "hpack_table_size", "max_concurrent_streams", "initial_stream_window_size", "initial_connection_window_size",
        "allow_connect", "allow_metadata", "max_outbound_frames", "max_outbound_control_frames",
        "max_consecutive_inbound_frames_with_empty_payload", "max_inbound_priority_frames_per_stream",
        "max_inbound_window_update_frames_per_data_frame_sent", "stream_error_on_invalid_http_messaging",
        "override_stream_error_on_invalid_http_message", "custom_settings_parameters", "connection_keepalive",
        "use_oghttp2_codec", "max_metadata_size",
    ];

    public static UpstreamProtocol Read(MessageFields cluster)
    {
        var old = cluster.Optional("http2_protocol_options");
        old?.AsEmptyMessage("HTTP/2 options", UnsupportedHttp2);
        var typed = cluster.Optional("typed_extension_protocol_options");
        if (old is not null && typed is not null)
        {
            old.Report(
                ConfigurationProblemIds.Conflict,
                "expected only one of http2_protocol_options, typed_extension_protocol_options, found both",
                "remove http2_protocol_options, which is the older of the two");
        }

        var protocol = old is null ? UpstreamProtocol.Http1 : UpstreamProtocol.Http2;
        foreach (var (key, value) in typed?.AsMap("protocol options") ?? [])
        {
            protocol = ReadOptions(key, value);
        }

        return protocol;
    }

    private static UpstreamProtocol ReadOptions(string key, ConfigurationValue value)
    {
        if (key != Options)
        {
            value.Report(
                ConfigurationProblemIds.NotSupported,
                $"not supported: expected the key {Options}, found {Quotation.Of(key)}",
                "remove it");
            return UpstreamProtocol.Http1;
        }

        if (TypedMessage.Open(value, "HTTP protocol options") is not { } typed || !typed.Is(Options))
        {
            return UpstreamProtocol.Http1;
        }

        var config = typed.Fields.Optional("explicit_http_config");
        if (config is null && !typed.Fields.HasAny("use_downstream_protocol_config", "auto_config"))
        {
            typed.Fields.ReportMissing("explicit_http_config");
        }

        typed.Fields.RefuseOthers(
            "common_http_protocol_options", "upstream_http_protocol_options", "use_downstream_protocol_config",
            "auto_config", "http_filters", "header_validation_config", "outlier_detection", "hash_policy",
            "retry_policy", "request_mirror_policies");
        return config is null ? UpstreamProtocol.Http1 : ReadExplicit(config);
    }

    private static UpstreamProtocol ReadExplicit(ConfigurationValue value)
    {
        if (value.AsMessage("an explicit HTTP configuration") is not { } fields)
        {
            return UpstreamProtocol.Http1;
        }

        var version = fields.OneOf("http_protocol_options", "http2_protocol_options");
        if (version is null && !fields.HasAny("http3_protocol_options"))
        {
            fields.ReportMissing(
                "http2_protocol_options", "add http2_protocol_options: {} or http_protocol_options: {}");
        }

        fields.RefuseOthers("http3_protocol_options");
        var isHttp2 = version is { Name: "http2_protocol_options" };
        version?.Value.AsEmptyMessage(
            isHttp2 ? "HTTP/2 options" : "HTTP/1 options",
            isHttp2 ? UnsupportedHttp2 : UnsupportedHttp1);
        return isHttp2 ? UpstreamProtocol.Http2 : UpstreamProtocol.Http1;
    }
}
