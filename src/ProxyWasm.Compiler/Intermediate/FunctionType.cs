namespace ProxyWasm.Compiler.Intermediate;

/// <summary>A WebAssembly function type with at most one result.</summary>
internal sealed record FunctionType(string Parameters, IrType Result)
{
    public static FunctionType Of(IEnumerable<IrType> parameters, IrType result) =>
        new(string.Concat(parameters.Select(p => (char)('0' + (int)p))), result);

    public int Count => Parameters.Length;

    public IrType Parameter(int index) => (IrType)(Parameters[index] - '0');
}
