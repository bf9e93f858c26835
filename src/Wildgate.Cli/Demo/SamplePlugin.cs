using Wildgate.Gateway.Configuration;

namespace Wildgate.Cli.Demo;

/// <summary>The configuration of the sample plugin.</summary>
internal static class SamplePlugin
{
    public static PluginConfig Configure(ReadOnlyMemory<byte> module) => new()
    {
        Name = "hello",
        RootId = "",
        Configuration = default,
        FailurePolicy = PluginFailurePolicy.FailClosed,
        ReloadBackoff = new BackoffConfig(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)),
        AllowedCapabilities = [],
        Vm = new VmConfig
        {
            VmId = "",
            Runtime = "envoy.wasm.runtime.wasmtime",
            Code = new InlineCodeConfig(module),
            Configuration = default,
            HostEnvironmentKeys = [],
            Environment = [],
        },
    };
}
