using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Removes instructions without effect and blocks without way to them.</summary>
internal static class DeadCode
{
    public static void Remove(Body body)
    {
        RemoveBlocks(body);
        var uses = new int[body.Registers.Count];
        foreach (var block in body.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                Count(uses, instruction.Operands, 1);
            }

            Count(uses, [block.Value], 1);
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var block in body.Blocks)
            {
                changed |= Sweep(block, uses);
            }
        }
    }

    private static bool Sweep(Block block, int[] uses)
    {
        var kept = block.Instructions.Count;
        for (var i = block.Instructions.Count - 1; i >= 0; i--)
        {
            var instruction = block.Instructions[i];
            if (instruction.Result is { } result && uses[result.Id] == 0 && Purity.IsRemovable(instruction))
            {
                Count(uses, instruction.Operands, -1);
                block.Instructions[i] = null!; // filtered out right below
                kept--;
            }
        }

        if (kept == block.Instructions.Count)
        {
            return false;
        }

        block.Instructions.RemoveAll(i => i is null);
        return true;
    }

    private static void Count(int[] uses, Operand[] operands, int change)
    {
        foreach (var operand in operands)
        {
            if (operand.IsRegister)
            {
                uses[operand.Register.Id] += change;
            }
        }
    }

    private static void RemoveBlocks(Body body)
    {
        var seen = new HashSet<Block> { body.Entry };
        var work = new Stack<Block>();
        work.Push(body.Entry);
        while (work.TryPop(out var block))
        {
            foreach (var target in block.Targets)
            {
                Visit(target);
            }

            // Any instruction may raise as far as this pass knows.
            if (block.Handler is { } handler && (block.Instructions.Count > 0
                || block.Terminator == TerminatorKind.Throw))
            {
                Visit(handler);
            }
        }

        if (seen.Count < body.Blocks.Count)
        {
            body.Blocks.RemoveAll(b => !seen.Contains(b));
            for (var i = 0; i < body.Blocks.Count; i++)
            {
                body.Blocks[i].Id = i;
            }
        }

        void Visit(Block block)
        {
            if (seen.Add(block))
            {
                work.Push(block);
            }
        }
    }
}
