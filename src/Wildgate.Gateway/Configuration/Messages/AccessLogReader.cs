using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Configuration.Messages;


/// <summary>Reads <c>config.accesslog.v3.AccessLog</c>, of which plugins can be one.</summary>
internal static class AccessLogReader
{
    private const string WasmType = "envoy.extensions.access_loggers.wasm.v3.WasmAccessLog";

    /// <summary>The plugins of the field <c>access_log</c>; none without the field.</summary>
    public static IReadOnlyList<PluginConfig> Read(MessageFields owner) =>
        [.. (owner.Optional("access_log")?.AsList() ?? []).Select(ReadOne).OfType<PluginConfig>()];

    private static PluginConfig? ReadOne(ConfigurationValue value)
    {
        if (value.AsMessage("an access logger") is not { } fields)
        {
            return null;
        }

        fields.Required("name")?.AsName();
        var config = fields.Required("typed_config");
        fields.RefuseOthers("filter");
        if (config is null
            || TypedMessage.Open(config, "an access logger's configuration") is not { } typed
            || !typed.Is(WasmType))
        {
            return null;
        }

        var plugin = typed.Fields.Required("config") is { } inner ? PluginReader.Read(inner) : null;
        typed.Fields.RefuseOthers();
        return plugin;
    }
}
