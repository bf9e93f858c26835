namespace ProxyWasm.Abi.Catalog;

/// <summary>Who defines a host function.</summary>
public enum HostFunctionKind
{
    /// <summary>Proxy-Wasm; the result is a <see cref="Status"/>.</summary>
    Proxy,

    /// <summary>WASI; the result is a <see cref="WasiErrno"/>.</summary>
    Wasi,

    /// <summary>A proxy or a toolchain of its own accord; the result is of its own making.</summary>
    Extension,
}
