using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration;

/// <summary>Where a part of a configuration was read.</summary>
/// <param name="Source">The file or the name of the text.</param>
/// <param name="Line">The line, from 1; 0 without a place in the text.</param>
/// <param name="Column">The column in UTF-16 code units, from 1; 0 without a place in the text.</param>
/// <param name="Path">The field, such as <c>static_resources.listeners[0].name</c>; may be empty.</param>
public sealed record ConfigurationPlace(string Source, int Line, int Column, string Path)
{
    /// <summary>What was read there, so that what is inside of it can be found; null when it is not known.</summary>
    internal ConfigurationNode? Content { get; init; }
}
