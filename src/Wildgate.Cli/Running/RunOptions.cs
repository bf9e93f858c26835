using ProxyWasm.Abi;

namespace Wildgate.Cli.Running;

/// <summary>What <c>wild run</c> was asked to do: one plugin, or a gateway with a configuration of its own.</summary>
internal abstract record RunOptions
{
    /// <summary>The least severe messages of plugins that are printed.</summary>
    public required LogLevel LogLevel { get; init; }
}
