using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>HttpFilter</c>: a Wasm plugin or the router.</summary>
internal static class HttpFilterReader
{
    public const string RouterName = "envoy.filters.http.router";
    public const string RouterType = "envoy.extensions.filters.http.router.v3.Router";
    private const string OldRouterName = "envoy.router";
    private const string WasmType = "envoy.extensions.filters.http.wasm.v3.Wasm";

    /// <summary>What the filter is; neither when it cannot be read.</summary>
    public static ReadFilter Read(ConfigurationValue value)
    {
        if (value.AsMessage("an HTTP filter") is not { } fields)
        {
            return default;
        }

        var name = fields.Required("name")?.AsName() ?? "";
        var config = fields.Optional("typed_config");
        fields.RefuseOthers("config", "config_discovery", "is_optional", "disabled");

        // Older Envoys know the router by its name alone, and examples still leave its configuration out.
        var isRouterByName = name is RouterName or OldRouterName;
        if (isRouterByName && (config is null || config.Node is MappingNode { Entries.Count: 0 }))
        {
            return new ReadFilter(IsRouter: true, Wasm: null);
        }

        if (config is null)
        {
            if (!fields.HasAny("config", "config_discovery"))
            {
                fields.ReportMissing("typed_config");
            }

            return new ReadFilter(isRouterByName, Wasm: null);
        }

        return TypedMessage.Open(config, "a filter configuration") is { } typed
            ? ReadTyped(name, typed) : new ReadFilter(isRouterByName, Wasm: null);
    }

    private static ReadFilter ReadTyped(string name, TypedMessage typed)
    {
        switch (typed.TypeName)
        {
            case RouterType:
                typed.Fields.RefuseOthers(
                    "dynamic_stats", "start_child_span", "upstream_log", "upstream_log_options",
                    "suppress_envoy_headers", "strict_check_headers", "respect_expected_rq_timeout",
                    "suppress_grpc_request_failure_code_stats", "upstream_http_filters",
                    "reject_connect_request_early_data");
                return new ReadFilter(IsRouter: true, Wasm: null);
            case WasmType:
                var plugin = typed.Fields.Required("config") is { } config ? PluginReader.Read(config) : null;
                typed.Fields.RefuseOthers();
                return new ReadFilter(IsRouter: false, plugin is null ? null : new WasmFilterConfig(name, plugin));
            default:
                typed.Type.Report(
                    ConfigurationProblemIds.NotSupported,
                    $"not supported: expected a Wasm or router filter, found {Quotation.Of(typed.TypeName)}",
                    "remove the filter, or do its work in a plugin");
                return default;
        }
    }

    internal readonly record struct ReadFilter(bool IsRouter, WasmFilterConfig? Wasm);
}
