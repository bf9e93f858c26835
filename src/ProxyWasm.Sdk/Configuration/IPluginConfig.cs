namespace ProxyWasm.Sdk.Configuration;

/// <summary>Something that can be read from a configuration; implemented by generated code.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IPluginConfig<TSelf>
    where TSelf : class, IPluginConfig<TSelf>
{
    /// <summary>Reads a value; the reader knows what is wrong when it cannot.</summary>
    /// <param name="reader">Stands before the value.</param>
    /// <returns>The value, or null.</returns>
    static abstract TSelf? Read(ref ConfigReader reader);
}
