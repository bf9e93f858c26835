using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Blocks so that each comes before those it leads to, apart from the ways back of loops.</summary>
internal static class BlockOrder
{
    public static List<Block> ReversePostorder(Body body)
    {
        var order = new List<Block>(body.Blocks.Count);
        var seen = new HashSet<Block> { body.Entry };
        var path = new Stack<(Block Block, int Position)>();
        path.Push((body.Entry, 0));
        while (path.TryPop(out var frame))
        {
            var targets = frame.Block.Targets;
            var next = frame.Position < targets.Length ? targets[targets.Length - 1 - frame.Position]
                : frame.Position == targets.Length ? frame.Block.Handler : null;
            if (frame.Position > targets.Length)
            {
                order.Add(frame.Block);
                continue;
            }

            path.Push((frame.Block, frame.Position + 1));
            if (next is not null && seen.Add(next))
            {
                path.Push((next, 0));
            }
        }

        order.Reverse();
        return order;
    }
}
