namespace ProxyWasm.Abi.Catalog;

/// <summary>Type of a WebAssembly value; the ABI uses no other.</summary>
public enum WasmValueKind
{
    /// <summary>32 bit integer; also addresses and sizes.</summary>
    I32,

    /// <summary>64 bit integer.</summary>
    I64,
}
