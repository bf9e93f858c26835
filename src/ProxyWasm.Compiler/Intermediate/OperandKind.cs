namespace ProxyWasm.Compiler.Intermediate;

/// <summary>What an <see cref="Operand"/> refers to.</summary>
internal enum OperandKind : byte
{
    None,
    Register,
    Constant,
    SlotAddress,
    Symbol,
}
