namespace ProxyWasm.Host.Properties;

/// <summary>What a plugin said about a property that it is going to set.</summary>
/// <param name="IsReadOnly">Whether it can be set once only.</param>
/// <param name="Type">What its bytes are.</param>
/// <param name="Span">How long it lives.</param>
internal readonly record struct PropertyDeclaration(bool IsReadOnly, PropertyType Type, PropertySpan Span);
