using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Abi.Tests.Catalog;

/// <summary>Types as in the tables of tests: <c>i</c> and <c>I</c> for 32 and 64 bit, <c>-</c> for nothing.</summary>
internal static class CompactSignature
{
    public static string Of(WasmSignature signature)
    {
        string parameters = string.Concat(signature.Parameters.Select(parameter => Of(parameter.Kind)));
        return $"{(parameters.Length == 0 ? "-" : parameters)} {(signature.Result is { } kind ? Of(kind) : '-')}";
    }

    public static string[] Rows(string table) => table.Split('\n', StringSplitOptions.TrimEntries);

    private static char Of(WasmValueKind kind) => kind == WasmValueKind.I64 ? 'I' : 'i';
}
