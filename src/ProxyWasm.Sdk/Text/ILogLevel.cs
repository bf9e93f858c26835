using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Text;

/// <summary>A level as a type.</summary>
public interface ILogLevel
{
    /// <summary>The level.</summary>
    static abstract LogLevel Level { get; }
}
