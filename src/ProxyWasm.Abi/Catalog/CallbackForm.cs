namespace ProxyWasm.Abi.Catalog;

/// <summary>The type a callback has in some ABI versions.</summary>
/// <param name="Versions">The versions.</param>
/// <param name="Signature">The type.</param>
public sealed record CallbackForm(AbiVersions Versions, WasmSignature Signature);
