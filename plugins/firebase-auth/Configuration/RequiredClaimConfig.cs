namespace FirebaseAuth.Configuration;

/// <summary>A claim that a user must have.</summary>
[PluginConfig]
public sealed partial class RequiredClaimConfig
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its value, or an element of it when it is a list.</summary>
    public required string Value { get; init; }

    /// <summary>Whether the value is a text; else it is a number, <c>true</c> or <c>false</c>.</summary>
    public bool IsText { get; init; } = true;
}
