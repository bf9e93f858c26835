using System.Text;
using ProxyWasm.Host;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Plugins;

/// <summary>Turns the configuration of a plugin into what the host loads.</summary>
internal static class PluginOptionsFactory
{
    /// <exception cref="GatewayStartException">The code cannot be read.</exception>
    public static PluginOptions Create(PluginConfig config, PluginLimits limits) => new()
    {
        Name = config.Name,
        RootId = config.RootId,
        VmId = config.Vm.VmId,
        Code = ReadCode(config),
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
        AllowedCapabilities = config.AllowedCapabilities.ToHashSet(),
        Limits = limits,
    };

    private static ReadOnlyMemory<byte> ReadCode(PluginConfig config) => config.Vm.Code switch
    {
        FileCodeConfig file => ReadFile(config.Name, file),
        InlineCodeConfig inline => inline.Module,
        EnvironmentCodeConfig variable => Encoding.Latin1.GetBytes(
            Environment.GetEnvironmentVariable(variable.Variable) ?? throw new GatewayStartException(
                "WG2002",
                $"plugin `{config.Name}`: environment variable `{variable.Variable}` with its code is not set",
                "Set the variable or use `filename`")),
        _ => throw new InvalidOperationException($"no way to read code from {config.Vm.Code.GetType().Name}"),
    };

    private static byte[] ReadFile(string plugin, FileCodeConfig file)
    {
        try
        {
            return File.ReadAllBytes(file.FullPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GatewayStartException(
                "WG2003",
                $"plugin `{plugin}`: cannot read `{file.FileName}`: {exception.Message}",
                "Check the path; a relative one starts at the working directory, else beside the configuration",
                exception);
        }
    }

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
