namespace ProxyWasm.Abi.Catalog;

/// <summary>Names of the modules from which a plugin imports the functions of its host.</summary>
public static class ImportModules
{
    /// <summary>Proxy-Wasm functions, extensions and what toolchains expect of an environment.</summary>
    public const string Env = "env";

    /// <summary>WASI functions.</summary>
    public const string WasiSnapshotPreview1 = "wasi_snapshot_preview1";

    /// <summary>The same WASI functions under the name older toolchains use.</summary>
    public const string WasiUnstable = "wasi_unstable";
}
