namespace ProxyWasm.Sdk.Hosting;

/// <summary>Names the <see cref="PluginModule"/> of an assembly for hosts that run plugins under the JIT.</summary>
/// <param name="type">A class with a constructor without parameters that derives from <see
/// cref="PluginModule"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class PluginModuleAttribute(Type type) : Attribute
{
    /// <summary>The class.</summary>
    public Type Type { get; } = type;
}
