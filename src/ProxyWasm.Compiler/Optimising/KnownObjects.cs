using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Objects that are there before the program starts, whose class is therefore known.</summary>
internal static class KnownObjects
{
    /// <summary>The class of the object at an address; null when it is not known.</summary>
    public static IlType? TypeOf(ProgramModel program, Operand address) =>
        address is { Kind: OperandKind.Symbol, Bits: 0 }
            ? address.Symbol switch
            {
                Symbol.Made made => made.Region.Type,
                Symbol.Singleton singleton => singleton.Type,
                Symbol.Text => program.System.String,
                _ => null,
            }
            : null;
}
