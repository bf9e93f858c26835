namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>A key with its place, and its value.</summary>
internal sealed record MappingEntry(string Key, TextPosition KeyPosition, ConfigurationNode Value);
