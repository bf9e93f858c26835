using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk;

/// <summary>Functions that a host offers beyond the ABI.</summary>
public static class ForeignFunctions
{
    /// <summary>Calls a function.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="argument">Its argument; what it means is the function's affair.</param>
    /// <param name="result">Valid until the callback ends or something is awaited.</param>
    /// <returns><see cref="Status.NotFound"/> when the host has no such function, else what it answers.</returns>
    public static Status Call(string name, scoped ReadOnlySpan<byte> argument, out ReadOnlySpan<byte> result) =>
        Hostcalls.CallForeignFunction(Utf8Text.Encode(name), argument, out result);
}
