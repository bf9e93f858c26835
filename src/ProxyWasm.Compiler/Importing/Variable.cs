using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <summary>Where an argument or local variable lives: in a register, or in the frame.</summary>
internal sealed record Variable(IlType Type, Register? Register, Operand Address)
{
    /// <summary>True for the receiver, when no instruction assigns it.</summary>
    public bool IsNonNull { get; init; }
}
