using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>
/// Reads the network filters of a filter chain: an HTTP connection manager alone, or Wasm plugins in front of a TCP
/// proxy.
/// </summary>
internal sealed class NetworkFiltersReader
{
    private const string ConnectionManagerType =
        "envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";

    private const string TcpProxyType = "envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy";
    private const string WasmType = "envoy.extensions.filters.network.wasm.v3.Wasm";

    private readonly List<WasmFilterConfig> _plugins = [];
    private ConfigurationValue? _firstPlugin;
    private ConfigurationValue? _last;
    private bool _isIncomplete;
    private HttpConnectionManagerConfig? _http;
    private TcpProxyConfig? _tcp;

    /// <summary>What the chain ends with; neither when it cannot be read.</summary>
    public static (HttpConnectionManagerConfig? Http, TcpProxyConfig? Tcp) Read(ConfigurationValue list)
    {
        var reader = new NetworkFiltersReader();
        foreach (var item in list.AsList())
        {
            reader.ReadFilter(item);
        }

        reader.CheckEnd(list);
        return (reader._http, reader._tcp);
    }

    private void ReadFilter(ConfigurationValue value)
    {
        if (_last is not null)
        {
            value.Report(
                ConfigurationProblemIds.FilterOrder,
                "expected nothing after the last network filter, found another filter",
                $"move {_last.Path} to the end of the list, or remove the filter");
        }

        if (value.AsMessage("a network filter") is not { } fields)
        {
            _isIncomplete = true;
            return;
        }

        var name = fields.Required("name")?.AsName() ?? "";
        var config = fields.Optional("typed_config");
        if (config is null && !fields.HasAny("config", "config_discovery"))
        {
            fields.ReportMissing("typed_config");
        }

        fields.RefuseOthers("config", "config_discovery");
        if (config is null || TypedMessage.Open(config, "a network filter's configuration") is not { } typed)
        {
            _isIncomplete = true;
            return;
        }

        ReadTyped(value, name, typed);
    }

    private void ReadTyped(ConfigurationValue value, string name, TypedMessage typed)
    {
        switch (typed.TypeName)
        {
            case ConnectionManagerType:
                _last ??= value;
                typed.Fields.Kind = "the HTTP connection manager";
                _http = HttpConnectionManagerReader.Read(typed.Fields);
                _firstPlugin?.Report(
                    ConfigurationProblemIds.NotSupported,
                    "not supported: expected no network plugin in front of an HTTP connection manager, found one",
                    "use an HTTP filter, or end the chain with envoy.filters.network.tcp_proxy");
                break;
            case TcpProxyType:
                _last ??= value;
                typed.Fields.Kind = "the TCP proxy";
                _tcp = TcpProxyReader.Read(typed.Fields, _plugins);
                break;
            case WasmType:
                _firstPlugin ??= value;
                typed.Fields.Kind = "the Wasm network filter";
                var plugin = typed.Fields.Required("config") is { } config ? PluginReader.Read(config) : null;
                typed.Fields.RefuseOthers();
                if (plugin is not null)
                {
                    _plugins.Add(new WasmFilterConfig(name, plugin));
                }

                break;
            default:
                _isIncomplete = true;
                typed.Type.Report(
                    ConfigurationProblemIds.NotSupported,
                    "not supported: expected an HTTP connection manager, a TCP proxy or a Wasm filter, found "
                        + Quotation.Of(typed.TypeName),
                    "remove the filter, or do its work in a plugin");
                break;
        }
    }

    private void CheckEnd(ConfigurationValue list)
    {
        if (_last is not null || _isIncomplete)
        {
            return;
        }

        if (_firstPlugin is null)
        {
            list.Report(
                ConfigurationProblemIds.WrongCount, "expected a network filter, found an empty list", "add one");
            return;
        }

        list.Report(
            ConfigurationProblemIds.FilterOrder,
            "expected \"envoy.filters.network.tcp_proxy\" as the last filter, found none",
            "add it with typed_config type.googleapis.com/" + TcpProxyType);
    }
}
