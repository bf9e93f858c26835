using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Takes the memory of failures from the initialisers of types whose static constructor cannot fail.</summary>
internal static class SafeInitialisers
{
    public static void Simplify(IEnumerable<Body> bodies)
    {
        foreach (var body in bodies.Where(b => b.Method.Definition.Synthetic == SyntheticKind.ClassInitialiser))
        {
            if (body.Entry.Terminator == TerminatorKind.Branch && !body.AllInstructions().Any(NotesFailure))
            {
                body.Entry.Jump(body.Entry.Targets[1]);
                Optimiser.Clean(body);
            }
        }
    }

    private static bool NotesFailure(Instruction instruction) => instruction.Operation == Operation.Store
        && instruction.Operands[0] is { Kind: OperandKind.Symbol, Symbol: Symbol.InitFailure };
}
