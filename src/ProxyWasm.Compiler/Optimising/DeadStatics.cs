using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Removes writes of static fields that nothing in the program reads, with the objects that only they kept, and the
/// calls of static constructors that have nothing left to do.
/// </summary>
internal static class DeadStatics
{
    public static void Remove(ProgramModel program, IReadOnlyCollection<Body> bodies)
    {
        var read = new HashSet<IlField>(program.Snapshot.AddressedFields());
        foreach (var body in bodies)
        {
            foreach (var block in body.Blocks)
            {
                foreach (var instruction in block.Instructions)
                {
                    NoteReads(read, instruction);
                }

                Note(read, block.Value);
            }
        }

        foreach (var body in bodies)
        {
            foreach (var block in body.Blocks)
            {
                block.Instructions.RemoveAll(i => (IsWrite(i) && StaticWrites.FieldOf(i.Operands[0]) is { } field
                    && !read.Contains(field)) || IsIdleInitialisation(program, i));
            }

            RemoveObjects(body);
        }
    }

    private static void NoteReads(HashSet<IlField> read, Instruction instruction)
    {
        for (var i = IsWrite(instruction) ? 1 : 0; i < instruction.Operands.Length; i++)
        {
            Note(read, instruction.Operands[i]);
        }
    }

    private static void Note(HashSet<IlField> read, Operand operand)
    {
        if (StaticWrites.FieldOf(operand) is { } field)
        {
            read.Add(field);
        }
    }

    /// <summary>Whether the first operand is an address that it only writes to.</summary>
    private static bool IsWrite(Instruction instruction) =>
        instruction.Operation is Operation.Store or Operation.Clear or Operation.Copy;

    private static bool IsIdleInitialisation(ProgramModel program, Instruction instruction) =>
        instruction.Operation == Operation.InitClass
        && program.Bodies.Get(program.StaticConstructor(instruction.Type!)) is
            { Entry: { Terminator: TerminatorKind.Return, Instructions.Count: 0 } };

    /// <summary>Objects that are only written to.</summary>
    private static void RemoveObjects(Body body)
    {
        var unused = body.AllInstructions()
            .Where(i => i is { Operation: Operation.New, Result.IsVariable: false }).Select(i => i.Result!).ToHashSet();
        if (unused.Count == 0)
        {
            return;
        }

        foreach (var block in body.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                for (var i = IsWrite(instruction) ? 1 : 0; i < instruction.Operands.Length; i++)
                {
                    NoteUse(instruction.Operands[i]);
                }
            }

            NoteUse(block.Value);
        }

        foreach (var block in body.Blocks)
        {
            block.Instructions.RemoveAll(i => (i.Operation == Operation.New && unused.Contains(i.Result!))
                || (IsWrite(i) && i.Operands[0].IsRegister && unused.Contains(i.Operands[0].Register)));
        }

        void NoteUse(Operand operand)
        {
            if (operand.IsRegister)
            {
                unused.Remove(operand.Register);
            }
        }
    }
}
