using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Lowering;

namespace ProxyWasm.Compiler.Structuring;

/// <summary>All ways out of a block, in a stable order.</summary>
internal static class Successors
{
    public static List<Block> Of(ProgramModel program, Block block)
    {
        var result = new List<Block>();
        var throws = block.Terminator == TerminatorKind.Throw;
        foreach (var instruction in block.Instructions)
        {
            if (instruction.FaultTarget is { } fault)
            {
                Add(result, fault);
            }

            throws |= ExceptionFlow.MayThrow(program, instruction);
        }

        if (throws && block.Handler is { } handler)
        {
            Add(result, handler);
        }

        foreach (var target in block.Targets)
        {
            Add(result, target);
        }

        return result;
    }

    /// <summary>Blocks that can be reached from the entry, in depth-first preorder.</summary>
    public static List<Block> Reachable(ProgramModel program, Body body)
    {
        var seen = new HashSet<Block> { body.Entry };
        var result = new List<Block>();
        var work = new Stack<Block>();
        work.Push(body.Entry);
        while (work.TryPop(out var block))
        {
            result.Add(block);
            foreach (var successor in Of(program, block))
            {
                if (seen.Add(successor))
                {
                    work.Push(successor);
                }
            }
        }

        return result;
    }

    private static void Add(List<Block> list, Block block)
    {
        if (!list.Contains(block))
        {
            list.Add(block);
        }
    }
}
