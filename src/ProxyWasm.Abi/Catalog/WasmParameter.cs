namespace ProxyWasm.Abi.Catalog;

/// <summary>A parameter of a function of the ABI.</summary>
/// <param name="Name">What it is, in lower case with underscores; for people.</param>
/// <param name="Kind">Its type.</param>
/// <param name="IsResultAddress">Whether it is the address in guest memory where the callee stores a result.</param>
public readonly record struct WasmParameter(string Name, WasmValueKind Kind, bool IsResultAddress);
