using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Decides tests for classes that no object of the program belongs to, or every object that can be there.
/// </summary>
internal static class ImpossibleCasts
{
    public static void Fold(ProgramModel program, DispatchTable dispatch, IReadOnlyCollection<Body> bodies)
    {
        var existing = new HashSet<IlType>();
        foreach (var type in dispatch.Constructed)
        {
            for (var current = type; current is not null && existing.Add(current);)
            {
                current = program.System.Hierarchy.BaseOf(current);
            }
        }

        foreach (var instruction in bodies.SelectMany(b => b.AllInstructions()))
        {
            if (instruction.Operation == Operation.IsInstance
                && KnownObjects.TypeOf(program, instruction.Operands[0]) is { } actual)
            {
                var passes = program.System.Hierarchy.IsCastable(actual, instruction.Type!);
                instruction.Operation = Operation.Move;
                instruction.Operands = [passes ? instruction.Operands[0] : Operand.Int(0)];
            }
            else if (instruction.Operation == Operation.IsInstance && IsPlainClass(instruction.Type!)
                && !existing.Contains(instruction.Type!))
            {
                instruction.Operation = Operation.Move;
                instruction.Operands = [Operand.Int(0)];
            }
            else if (instruction is { Operation: Operation.IsInstance, KnownType: { } known }
                && dispatch.Constructed.All(t => !program.System.Hierarchy.IsCastable(t, known)
                    || program.System.Hierarchy.IsCastable(t, instruction.Type!)))
            {
                instruction.Operation = Operation.Move;
                instruction.Operands = [Operand.Int(1)];
            }
        }
    }

    /// <summary>
    /// Values may be boxed by the runtime library without the analysis knowing; delegates and interfaces have variants.
    /// </summary>
    private static bool IsPlainClass(IlType type) =>
        type is { IsNamed: true, IsReference: true, IsInterface: false, IsDelegate: false }
        && type.Definition!.FullName is not ("System.Object" or "System.ValueType" or "System.Enum" or "System.Array");
}
