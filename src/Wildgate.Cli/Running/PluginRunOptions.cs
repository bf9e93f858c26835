namespace Wildgate.Cli.Running;

/// <summary>Runs one plugin in front of one upstream.</summary>
internal sealed record PluginRunOptions : RunOptions
{
    /// <summary>Path of the module.</summary>
    public required string Plugin { get; init; }

    /// <summary>Name in logs and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Configuration of the plugin as text; empty when <see cref="ConfigurationFile"/> is given.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>File that holds the configuration of the plugin, or null.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Configuration of the VM.</summary>
    public string VmConfiguration { get; init; } = "";

    /// <summary>Which of the plugins in the module is meant; may be empty.</summary>
    public string RootId { get; init; } = "";

    /// <summary>Environment variables that the plugin sees; it sees no others.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where requests go, or null for the built-in echo.</summary>
    public Uri? Upstream { get; init; }

    /// <summary>Where requests come from.</summary>
    public required ListenAddress Listen { get; init; }

    /// <summary>Whether requests pass without the plugin after it failed, instead of being refused.</summary>
    public bool FailOpen { get; init; }
}
