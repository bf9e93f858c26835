using ProxyWasm.Host.Hostcalls;

namespace ProxyWasm.Host;

/// <summary>What of the ABI this host carries out. Thread-safe.</summary>
public static class AbiSupport
{
    /// <summary>
    /// Names of host functions that are linked, so that modules load, but answer
    /// <see cref="Abi.Status.Unimplemented"/>.
    /// </summary>
    public static IReadOnlySet<string> UnimplementedFunctions => UnimplementedCalls.Names;
}
