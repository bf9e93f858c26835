using ProxyWasm.Abi;
using ProxyWasm.Sdk.Configuration;

namespace ProxyWasm.Sdk;

/// <summary>A plugin with a configuration of its own type.</summary>
/// <typeparam name="TConfig">A class with <see cref="PluginConfigAttribute"/>.</typeparam>
public abstract class Plugin<TConfig> : Plugin
    where TConfig : class, IPluginConfig<TConfig>
{
    /// <summary>The configuration; there before any stream.</summary>
    protected internal TConfig Config { get; private set; } = null!;

    /// <inheritdoc/>
    protected internal sealed override bool OnConfigure(ReadOnlySpan<byte> configuration)
    {
        if (ConfigReader.ReadAll<TConfig>(configuration, out var error) is not { } config)
        {
            Log.Write(LogLevel.Error, error);
            return false;
        }

        Config = config;
        return OnConfigured();
    }

    /// <summary>The plugin starts, and <see cref="Config"/> is there.</summary>
    /// <returns>Whether the plugin can run with it; what is wrong with it should be logged.</returns>
    protected virtual bool OnConfigured() => true;
}
