namespace ProxyWasm.Sdk.Hosting;

/// <summary>
/// Adds a custom section to the module; the compiler for WebAssembly knows the attribute by its name.
/// </summary>
/// <param name="name">Name of the section.</param>
/// <param name="text">Its content, in UTF-8.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class WasmCustomSectionAttribute(string name, string text) : Attribute
{
    /// <summary>Name of the section.</summary>
    public string Name { get; } = name;

    /// <summary>Its content.</summary>
    public string Text { get; } = text;
}
