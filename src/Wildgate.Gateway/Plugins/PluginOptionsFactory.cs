using ProxyWasm.Host;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Plugins;

/// <summary>Turns the configuration of a plugin into what the host loads.</summary>
internal static class PluginOptionsFactory
{
    public static PluginOptions Create(PluginConfig config, ReadOnlyMemory<byte> code, PluginLimits limits) => new()
    {
        Name = config.Name,
        RootId = config.RootId,
        VmId = config.Vm.VmId,
        Code = code,
        Configuration = config.Configuration,
        VmConfiguration = config.Vm.Configuration,
        Environment = ReadEnvironment(config.Vm),
        FailurePolicy = config.FailurePolicy switch
        {
            PluginFailurePolicy.FailOpen => FailurePolicy.FailOpen,
            PluginFailurePolicy.FailReload => FailurePolicy.FailReload,
            _ => FailurePolicy.FailClosed,
        },
        ReloadBackoff = new ReloadBackoff
        {
            Base = config.ReloadBackoff.BaseInterval,
            Max = config.ReloadBackoff.MaxInterval,
        },
        AllowOnHeadersStopIteration = config.AllowOnHeadersStopIteration ?? false,
        RepairContentLength = config.RepairContentLength,
        AllowedCapabilities = config.AllowedCapabilities.ToHashSet(),
        Limits = limits,
    };

    // Host variables that are not set are skipped, as in Envoy.
    private static List<KeyValuePair<string, string>> ReadEnvironment(VmConfig config)
    {
        var variables = new List<KeyValuePair<string, string>>();
        foreach (var name in config.HostEnvironmentKeys)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables.Add(new KeyValuePair<string, string>(name, value));
            }
        }

        variables.AddRange(config.Environment);
        return variables;
    }
}
