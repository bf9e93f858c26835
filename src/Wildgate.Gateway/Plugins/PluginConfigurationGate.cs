using Microsoft.Extensions.Logging;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Plugins;

/// <summary>Keeps a gateway from starting with a configuration that a plugin's module says is wrong.</summary>
internal static partial class PluginConfigurationGate
{
    /// <exception cref="ConfigurationException">It differs from the schema of the module.</exception>
    public static void Require(PluginConfig plugin, ReadOnlyMemory<byte> module, ILogger logger)
    {
        var schema = PluginConfigurationCheck.SchemaOf(module);
        var verdict = PluginConfigurationCheck.Check(schema, plugin.Configuration);
        if (verdict.Warning is { } warning)
        {
            LogUnusable(logger, plugin.Name, warning, ConfigurationProblemIds.UnusableSchema);
        }

        if (verdict.Faults.Count > 0)
        {
            var place = plugin.ConfigurationPlace
                ?? new ConfigurationPlace($"plugin `{plugin.Name}`", 0, 0, "configuration");
            throw verdict.ToException(place);
        }
    }

    [LoggerMessage(
        EventId = 410,
        Level = LogLevel.Warning,
        Message = "Plugin `{Plugin}`: its configuration is not checked: {Reason} [{Id}].")]
    private static partial void LogUnusable(ILogger logger, string plugin, string reason, string id);
}
