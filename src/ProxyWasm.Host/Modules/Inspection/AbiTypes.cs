using System.Collections.Immutable;
using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Host.Modules.Inspection;

/// <summary>Brings the types of the ABI's catalogue into the form of the module reader.</summary>
internal static class AbiTypes
{
    public static WasmFunctionType ToFunctionType(this WasmSignature signature) => new(
        [.. signature.Parameters.Select(static parameter => ToValueType(parameter.Kind))],
        signature.Result is { } result ? [ToValueType(result)] : ImmutableArray<WasmValueType>.Empty);

    private static WasmValueType ToValueType(WasmValueKind kind) =>
        kind == WasmValueKind.I64 ? WasmValueType.I64 : WasmValueType.I32;
}
