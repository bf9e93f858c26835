using System.Collections.Immutable;

namespace ProxyWasm.Abi.Catalog;

/// <summary>A function a host provides for plugins to import. Immutable.</summary>
public sealed class HostFunction
{
    private HostFunction(HostFunctionKind kind, string name, AbiVersions versions, WasmSignature signature)
    {
        Kind = kind;
        Name = name;
        Versions = versions;
        Signature = signature;
        Modules = kind == HostFunctionKind.Wasi
            ? [ImportModules.WasiSnapshotPreview1, ImportModules.WasiUnstable]
            : [ImportModules.Env];
    }

    /// <summary>Who defines the function.</summary>
    public HostFunctionKind Kind { get; }

    /// <summary>Modules that provide the function; see <see cref="ImportModules"/>.</summary>
    public ImmutableArray<string> Modules { get; }

    /// <summary>Name of the function; unique in all modules.</summary>
    public string Name { get; }

    /// <summary>
    /// ABI versions that define the function. A host may offer it to others as well, since modules exist which declare
    /// one version and use functions of another.
    /// </summary>
    public AbiVersions Versions { get; }

    /// <summary>Type of the function, the same in all versions.</summary>
    public WasmSignature Signature { get; }

    /// <summary>The function as it appears in an import, for messages.</summary>
    /// <returns>Text such as <c>env.proxy_done</c>; the preferred module if there are several.</returns>
    public override string ToString() => $"{Modules[0]}.{Name}";

    internal static HostFunction Proxy(string name, string parameters) => Proxy(name, parameters, AbiVersions.All);

    // The written ABI 0.1.0 gives some functions no result; proxies and guest libraries agree on a status for all.
    internal static HostFunction Proxy(string name, string parameters, AbiVersions versions) =>
        new(HostFunctionKind.Proxy, name, versions, WasmSignature.Parse(parameters, WasmValueKind.I32));

    internal static HostFunction Wasi(string name, string parameters) =>
        new(HostFunctionKind.Wasi, name, AbiVersions.All, WasmSignature.Parse(parameters, WasmValueKind.I32));

    internal static HostFunction WasiWithoutResult(string name, string parameters) =>
        new(HostFunctionKind.Wasi, name, AbiVersions.All, WasmSignature.Parse(parameters, result: null));

    internal static HostFunction Extension(string name, string parameters, WasmValueKind? result) =>
        new(HostFunctionKind.Extension, name, AbiVersions.All, WasmSignature.Parse(parameters, result));
}
