using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Structuring;

/// <summary>The control flow graph of a reducible body with dominators, loops and merge points.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<Block, FlowNode> _nodes = [];

    public FlowGraph(ProgramModel program, Body body)
    {
        Entry = Build(program, body);
        InReverseOrder = Number();
        FindDominators();
        Classify();
    }

    public FlowNode Entry { get; }

    public List<FlowNode> InReverseOrder { get; }

    public FlowNode NodeOf(Block block) => _nodes[block];

    public bool Contains(Block block) => _nodes.ContainsKey(block);

    private FlowNode Build(ProgramModel program, Body body)
    {
        foreach (var block in Structuring.Successors.Reachable(program, body))
        {
            _nodes[block] = new FlowNode(block);
        }

        foreach (var node in _nodes.Values)
        {
            foreach (var successor in Structuring.Successors.Of(program, node.Block))
            {
                node.Successors.Add(_nodes[successor]);
            }

            MarkMidBlockTargets(program, node.Block);
        }

        return _nodes[body.Entry];
    }

    /// <summary>Branches out of the middle of a block and switches always go to a label.</summary>
    private void MarkMidBlockTargets(ProgramModel program, Block block)
    {
        foreach (var target in Structuring.Successors.Of(program, block))
        {
            var isPlain = block.Terminator is TerminatorKind.Jump or TerminatorKind.Branch
                && block.Targets.Contains(target)
                && target != block.Handler && !block.Instructions.Exists(i => i.FaultTarget == target);
            if (!isPlain)
            {
                _nodes[target].IsMerge = true;
            }
        }
    }

    private List<FlowNode> Number()
    {
        var order = new List<FlowNode>(_nodes.Count);
        var seen = new HashSet<FlowNode> { Entry };
        var path = new Stack<(FlowNode Node, int Position)>();
        path.Push((Entry, 0));
        while (path.TryPop(out var frame))
        {
            if (frame.Position < frame.Node.Successors.Count)
            {
                path.Push((frame.Node, frame.Position + 1));
                // The first target of a branch is visited last, so that it comes first in the result.
                var next = frame.Node.Successors[frame.Node.Successors.Count - 1 - frame.Position];
                if (seen.Add(next))
                {
                    path.Push((next, 0));
                }
            }
            else
            {
                order.Add(frame.Node);
            }
        }

        order.Reverse();
        for (var i = 0; i < order.Count; i++)
        {
            order[i].Order = i;
            foreach (var successor in order[i].Successors)
            {
                successor.Predecessors.Add(order[i]);
            }
        }

        return order;
    }

    private void FindDominators()
    {
        Entry.Dominator = Entry;
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var node in InReverseOrder.Skip(1))
            {
                FlowNode? dominator = null;
                foreach (var predecessor in node.Predecessors)
                {
                    if (predecessor.Dominator is not null)
                    {
                        dominator = dominator is null ? predecessor : Common(dominator, predecessor);
                    }
                }

                if (node.Dominator != dominator)
                {
                    node.Dominator = dominator;
                    changed = true;
                }
            }
        }
    }

    private void Classify()
    {
        foreach (var node in InReverseOrder)
        {
            if (node != Entry)
            {
                node.Dominator!.Children.Add(node);
            }

            var forward = 0;
            foreach (var predecessor in node.Predecessors)
            {
                if (predecessor.Order < node.Order)
                {
                    forward++;
                }
                else if (Dominates(node, predecessor))
                {
                    node.IsLoopHeader = true;
                }
                else
                {
                    throw new InvalidOperationException($"{node.Block} is in a loop with two entries");
                }
            }

            node.IsMerge |= forward > 1;
        }
    }

    private static FlowNode Common(FlowNode a, FlowNode b)
    {
        while (a != b)
        {
            while (a.Order > b.Order)
            {
                a = a.Dominator!;
            }

            while (b.Order > a.Order)
            {
                b = b.Dominator!;
            }
        }

        return a;
    }

    private static bool Dominates(FlowNode ancestor, FlowNode node)
    {
        while (node.Order > ancestor.Order)
        {
            node = node.Dominator!;
        }

        return node == ancestor;
    }
}
