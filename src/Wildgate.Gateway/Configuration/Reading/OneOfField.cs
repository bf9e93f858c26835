namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>The field of a oneof that is set, under its snake_case name.</summary>
internal sealed record OneOfField(string Name, ConfigurationValue Value);
