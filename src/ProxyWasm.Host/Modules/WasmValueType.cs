namespace ProxyWasm.Host.Modules;

/// <summary>The type of a WebAssembly parameter, result or table element.</summary>
public enum WasmValueType
{
    /// <summary>32-bit integer, the type of nearly every Proxy-Wasm parameter.</summary>
    I32,

    /// <summary>64-bit integer.</summary>
    I64,

    /// <summary>32-bit float.</summary>
    F32,

    /// <summary>64-bit float.</summary>
    F64,

    /// <summary>128-bit vector.</summary>
    V128,

    /// <summary>Reference to any function.</summary>
    FuncRef,

    /// <summary>Reference to a host value.</summary>
    ExternRef,

    /// <summary>Any other reference type; Proxy-Wasm has no use for the distinction.</summary>
    OtherRef,
}
