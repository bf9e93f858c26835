using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Joins a block with its only predecessor, and skips blocks that only jump on.</summary>
internal static class BlockMerging
{
    public static void Run(Body body)
    {
        SkipEmpty(body);
        var entries = new Dictionary<Block, int> { [body.Entry] = 1 };
        foreach (var block in body.Blocks)
        {
            foreach (var target in block.Targets)
            {
                entries[target] = entries.GetValueOrDefault(target) + 1;
            }

            if (block.Handler is { } handler)
            {
                entries[handler] = 2;
            }
        }

        foreach (var block in body.Blocks)
        {
            while (block.Terminator == TerminatorKind.Jump && block.Targets[0] is var next && next != block
                && entries.GetValueOrDefault(next) == 1 && next.Handler == block.Handler)
            {
                block.Instructions.AddRange(next.Instructions);
                block.Terminator = next.Terminator;
                block.Value = next.Value;
                block.Targets = next.Targets;
                next.Instructions = [];
                next.Targets = [];
                next.End(TerminatorKind.Unreachable);
                entries[next] = 0;
            }
        }

        body.Blocks.RemoveAll(b => entries.TryGetValue(b, out var count) && count == 0);
    }

    private static void SkipEmpty(Body body)
    {
        foreach (var block in body.Blocks)
        {
            for (var i = 0; i < block.Targets.Length; i++)
            {
                var target = block.Targets[i];
                for (var steps = 0; steps < 8 && target is { Terminator: TerminatorKind.Jump, Instructions.Count: 0 }
                    && target.Targets[0] != target; steps++)
                {
                    target = target.Targets[0];
                }

                block.Targets[i] = target;
            }
        }
    }
}
