namespace Wildgate.Cli.Running;

/// <summary>Runs what a configuration file of the gateway describes.</summary>
internal sealed record GatewayRunOptions : RunOptions
{
    /// <summary>Path of the YAML or JSON file.</summary>
    public required string ConfigurationFile { get; init; }
}
