using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Importing;

/// <summary>One <c>try</c> with its handlers.</summary>
internal sealed class ProtectedRegion
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public List<ExceptionRegion> Clauses { get; } = [];

    /// <summary>The next <c>try</c> around this one.</summary>
    public ProtectedRegion? Parent { get; set; }

    /// <summary>Where exceptions raised inside arrive.</summary>
    public Block? Dispatch { get; set; }

    /// <summary>The exception in flight while handlers run.</summary>
    public Register? Exception { get; set; }

    /// <summary>
    /// Where a <c>finally</c> continues: zero raises the exception again, others number a continuation.
    /// </summary>
    public Register? Continuation { get; set; }

    public List<Block> Continuations { get; } = [];

    /// <summary>Continuation blocks by the block they finally lead to.</summary>
    public Dictionary<Block, int> ContinuationOf { get; } = [];

    /// <summary>Blocks that end the <c>finally</c>; their exits are known when the whole body is imported.</summary>
    public List<Block> Ends { get; } = [];

    public bool IsFinally => Clauses[0].Kind is ExceptionRegionKind.Finally or ExceptionRegionKind.Fault;

    public bool Contains(int offset) => offset >= Start && offset < End;

    public bool HandlerContains(int offset) => Clauses.Any(
        c => offset >= c.HandlerOffset && offset < c.HandlerOffset + c.HandlerLength);
}
