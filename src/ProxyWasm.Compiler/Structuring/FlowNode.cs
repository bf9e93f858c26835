using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Structuring;

/// <summary>A block with its place in the dominator tree.</summary>
internal sealed class FlowNode
{
    public FlowNode(Block block) => Block = block;

    public Block Block { get; }

    public List<FlowNode> Successors { get; } = [];

    public List<FlowNode> Predecessors { get; } = [];

    /// <summary>Position in reverse postorder.</summary>
    public int Order { get; set; }

    public FlowNode? Dominator { get; set; }

    public List<FlowNode> Children { get; } = [];

    public bool IsLoopHeader { get; set; }

    /// <summary>Reached by a forward branch, so a block construct must end right before it.</summary>
    public bool IsMerge { get; set; }
}
