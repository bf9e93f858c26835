using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Plugins.Schemas;

namespace Wildgate.Gateway.Plugins;

/// <summary>What a look at a plugin's configuration has found.</summary>
/// <param name="Faults">What is wrong, in the order of the configuration; empty when it may be used.</param>
/// <param name="Warning">Why it was not looked at: the module's schema is of no use. Else null.</param>
public sealed record ConfigurationVerdict(IReadOnlyList<ConfigurationFault> Faults, string? Warning)
{
    internal static ConfigurationVerdict Right { get; } = new([], null);

    /// <summary>The faults as problems of the text that the configuration comes from.</summary>
    /// <param name="place">Where in it the configuration begins.</param>
    /// <exception cref="InvalidOperationException">There are no faults.</exception>
    public ConfigurationException ToException(ConfigurationPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (Faults.Count == 0)
        {
            throw new InvalidOperationException("A configuration without faults is no error.");
        }

        return new ConfigurationException([.. Faults.Select(fault => ProblemOf(fault, place))]);
    }

    private static ConfigurationProblem ProblemOf(ConfigurationFault fault, ConfigurationPlace place)
    {
        var position = new TextPosition(place.Line, place.Column);
        if (place.Content is { } content)
        {
            position = FieldPath.Find(content, fault.Path, position);
        }

        return new ConfigurationProblem(
            ConfigurationProblemIds.PluginConfiguration,
            place.Source,
            position.Line,
            position.Column,
            Join(place.Path, fault.Path),
            fault.Message,
            fault.Advice);
    }

    private static string Join(string outer, string inner) =>
        outer.Length == 0 || inner.Length == 0 || inner[0] == '[' ? outer + inner : $"{outer}.{inner}";
}
