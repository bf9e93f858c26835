using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Snapshots;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Replaces reads of static fields that nothing in the program writes: they are what they are when it starts. Of the
/// objects that are there then, class and length are known as well.
/// </summary>
internal static class ConstantStatics
{
    public static void Fold(ProgramModel program, IReadOnlyCollection<Body> bodies)
    {
        var written = StaticWrites.In(bodies);
        written.UnionWith(program.Snapshot.AddressedFields());
        foreach (var instruction in bodies.SelectMany(b => b.AllInstructions()))
        {
            if (instruction.Operation != Operation.Load)
            {
                continue;
            }

            if (StaticWrites.FieldOf(instruction.Operands[0]) is { } field)
            {
                if (!written.Contains(field))
                {
                    Replace(instruction, program.Snapshot.ContentOf(field));
                }
            }
            else if (instruction.Operands[0] is { Kind: OperandKind.Symbol, Symbol: Symbol.Made { Region: var made } }
                && instruction.Operands[0].Bits + instruction.Offset < made.FixedBytes)
            {
                Replace(instruction, made);
            }
        }
    }

    private static void Replace(Instruction load, Region? content)
    {
        var found = content is null ? Value.Zero : content.TryLoad(load.Memory, load.Operands[0].Bits + load.Offset);
        if (found is { } value)
        {
            load.Operation = Operation.Move;
            load.Operands = [value.Region is { } region
                ? Operand.Of(Snapshot.SymbolOf(region), (int)value.Bits)
                : Operand.Constant(load.Result!.Type, value.Bits)];
        }
    }
}
