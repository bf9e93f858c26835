using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>Finds the static fields that code may change.</summary>
internal static class StaticWrites
{
    /// <summary>The fields that any of the bodies may change.</summary>
    public static HashSet<IlField> In(IEnumerable<Body> bodies) => Find(bodies, withOwnConstructors: true);

    /// <summary>Those that change otherwise than in the static constructor of their class.</summary>
    public static HashSet<IlField> OutsideConstructors(IEnumerable<Body> bodies) =>
        Find(bodies, withOwnConstructors: false);

    public static IlField? FieldOf(Operand operand) =>
        operand.Kind == OperandKind.Symbol && operand.Symbol is Symbol.Static variable ? variable.Field : null;

    private static HashSet<IlField> Find(IEnumerable<Body> bodies, bool withOwnConstructors)
    {
        var written = new HashSet<IlField>();
        foreach (var body in bodies)
        {
            var constructed = !withOwnConstructors && body.Method.Definition.IsStaticConstructor
                ? body.Method.Owner : null;
            foreach (var operand in body.Blocks.SelectMany(Written))
            {
                if (FieldOf(operand) is { } field && field.Owner != constructed)
                {
                    written.Add(field);
                }
            }
        }

        return written;
    }

    private static IEnumerable<Operand> Written(Block block) =>
        block.Instructions.SelectMany(Written).Append(block.Value);

    /// <summary>Whatever takes an address may write through it; only reading at it does not.</summary>
    private static IEnumerable<Operand> Written(Instruction instruction) => instruction.Operation switch
    {
        Operation.Load => [],
        Operation.Copy or Operation.CopyBytes => instruction.Operands.Take(1),
        _ => instruction.Operands,
    };
}
