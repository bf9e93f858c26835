namespace ProxyWasm.Compiler.Layouts;

/// <summary>Size and field offsets of a type; for classes the size includes the header.</summary>
internal sealed class TypeLayout
{
    public required int Size { get; init; }

    public required int Alignment { get; init; }

    /// <summary>The scalars of a value type in order of offset, or null when fields overlap or repeat.</summary>
    public Leaf[]? Leaves { get; init; }
}
