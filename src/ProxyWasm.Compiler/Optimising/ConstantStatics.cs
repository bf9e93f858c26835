using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Replaces reads of static fields that nothing in the program writes: they are still zero.</summary>
internal static class ConstantStatics
{
    public static void Fold(IReadOnlyCollection<Body> bodies)
    {
        var written = new HashSet<IlField>();
        foreach (var body in bodies)
        {
            foreach (var block in body.Blocks)
            {
                NoteAll(written, block.Instructions);
                Note(written, block.Value);
            }
        }

        foreach (var instruction in bodies.SelectMany(b => b.AllInstructions()))
        {
            if (instruction.Operation == Operation.Load
                && FieldOf(instruction.Operands[0]) is { } field && !written.Contains(field))
            {
                instruction.Operation = Operation.Move;
                instruction.Operands = [Operand.Constant(instruction.Result!.Type, 0)];
            }
        }
    }

    private static void NoteAll(HashSet<IlField> written, List<Instruction> instructions)
    {
        foreach (var instruction in instructions)
        {
            // Whatever takes the address may write through it; only reading at it does not.
            if (instruction.Operation != Operation.Load)
            {
                foreach (var operand in instruction.Operands)
                {
                    Note(written, operand);
                }
            }
        }
    }

    private static void Note(HashSet<IlField> written, Operand operand)
    {
        if (FieldOf(operand) is { } field)
        {
            written.Add(field);
        }
    }

    private static IlField? FieldOf(Operand operand) =>
        operand.Kind == OperandKind.Symbol && operand.Symbol is Symbol.Static variable ? variable.Field : null;
}
