using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Lowering;

/// <summary>Where exceptions can arise, and the blocks that raise those of failed checks.</summary>
internal static class ExceptionFlow
{
    public static bool MayThrow(ProgramModel program, Instruction instruction) => instruction.Operation switch
    {
        Operation.Call => !Imports.IsImport(instruction.Method!)
            && program.Bodies.Get(instruction.Method!).MayThrow,
        Operation.CallVirtual or Operation.CallIndirect => true,
        Operation.InitClass => program.Bodies.Get(ClassInitialisers.MethodFor(program, instruction.Type!)).MayThrow,
        Operation.New => program.Bodies.Get(program.RuntimeMethod("Allocator", "Allocate")).MayThrow,
        Operation.NewArray when ArraySizes.KnownBytes(program, instruction) is not null => false,
        Operation.NewArray => program.Bodies.Get(program.RuntimeMethod("Allocator", "AllocateArray")).MayThrow,
        _ => false,
    };

    public static bool IsCheck(Instruction instruction) =>
        instruction.Operation is Operation.ThrowIf or Operation.NullCheck or Operation.BoundsCheck;

    public static Fault FaultOf(Instruction instruction) => instruction.Operation switch
    {
        Operation.NullCheck => Fault.NullReference,
        Operation.BoundsCheck => Fault.IndexOutOfRange,
        _ => instruction.Fault,
    };

    /// <summary>Gives every check a block that raises its exception; checks under one handler share it.</summary>
    public static void AddFaultBlocks(ProgramModel program, Body body)
    {
        var blocks = new Dictionary<(Block?, Fault), Block>();
        foreach (var block in body.Blocks.ToArray())
        {
            foreach (var instruction in block.Instructions)
            {
                if (!IsCheck(instruction))
                {
                    continue;
                }

                var key = (block.Handler, FaultOf(instruction));
                if (!blocks.TryGetValue(key, out var target))
                {
                    target = NewFaultBlock(program, body, key.Handler, key.Item2);
                    blocks[key] = target;
                }

                instruction.FaultTarget = target;
            }
        }
    }

    private static Block NewFaultBlock(ProgramModel program, Body body, Block? handler, Fault fault)
    {
        var block = body.NewBlock();
        block.Handler = handler;
        block.Instructions.Add(new Instruction
        {
            Operation = Operation.Call, Method = program.RuntimeMethod("Throwing", fault.ToString()),
        });
        block.End(TerminatorKind.Unreachable);
        return block;
    }

    /// <summary>Marks bodies out of which no exception can come, until nothing changes.</summary>
    public static void FindNoThrow(ProgramModel program, IReadOnlyCollection<Body> bodies)
    {
        // Optimistic start: every body is assumed harmless until an instruction shows otherwise.
        foreach (var body in bodies)
        {
            body.MayThrow = false;
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var body in bodies)
            {
                if (!body.MayThrow && Escapes(program, body))
                {
                    body.MayThrow = true;
                    changed = true;
                }
            }
        }
    }

    /// <summary>Takes the handler from blocks in which nothing is raised.</summary>
    public static void RemoveIdleHandlers(ProgramModel program, IEnumerable<Body> bodies)
    {
        foreach (var block in bodies.SelectMany(b => b.Blocks))
        {
            if (block.Handler is not null && !Raises(program, block))
            {
                block.Handler = null;
            }
        }
    }

    private static bool Raises(ProgramModel program, Block block) => block.Terminator == TerminatorKind.Throw
        || block.Instructions.Exists(i => IsCheck(i) || MayThrow(program, i));

    private static bool Escapes(ProgramModel program, Body body)
    {
        foreach (var block in body.Blocks)
        {
            if (block.Handler is null && Raises(program, block))
            {
                return true;
            }
        }

        return false;
    }
}
