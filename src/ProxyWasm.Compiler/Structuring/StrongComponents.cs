using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Structuring;

/// <summary>Tarjan's algorithm over blocks, without recursion: bodies can be thousands of blocks long.</summary>
internal static class StrongComponents
{
    /// <param name="part">The blocks to look at.</param>
    /// <param name="successors">Edges; those that leave the part are ignored.</param>
    /// <param name="header">Edges to this block are ignored too.</param>
    public static List<List<Block>> Find(List<Block> part, Func<Block, List<Block>> successors, Block? header)
    {
        var members = part.ToHashSet();
        var index = new Dictionary<Block, int>();
        var low = new Dictionary<Block, int>();
        var open = new Stack<Block>();
        var isOpen = new HashSet<Block>();
        var result = new List<List<Block>>();
        foreach (var root in part)
        {
            if (!index.ContainsKey(root))
            {
                Visit(root);
            }
        }

        return result;

        void Visit(Block root)
        {
            var path = new Stack<(Block Block, List<Block> Next, int Position)>();
            Enter(root, path);
            while (path.TryPop(out var frame))
            {
                if (frame.Position < frame.Next.Count)
                {
                    path.Push((frame.Block, frame.Next, frame.Position + 1));
                    var next = frame.Next[frame.Position];
                    if (!index.TryGetValue(next, out var nextIndex))
                    {
                        Enter(next, path);
                    }
                    else if (isOpen.Contains(next))
                    {
                        low[frame.Block] = Math.Min(low[frame.Block], nextIndex);
                    }
                }
                else
                {
                    Leave(frame.Block, path);
                }
            }
        }

        void Enter(Block block, Stack<(Block, List<Block>, int)> path)
        {
            low[block] = index[block] = index.Count;
            open.Push(block);
            isOpen.Add(block);
            path.Push((block, [.. successors(block).Where(s => s != header && members.Contains(s))], 0));
        }

        void Leave(Block block, Stack<(Block Block, List<Block> Next, int Position)> path)
        {
            if (path.TryPeek(out var parent))
            {
                low[parent.Block] = Math.Min(low[parent.Block], low[block]);
            }

            if (low[block] != index[block])
            {
                return;
            }

            var component = new List<Block>();
            Block member;
            do
            {
                member = open.Pop();
                isOpen.Remove(member);
                component.Add(member);
            }
            while (member != block);
            result.Add(component);
        }
    }
}
