using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Which instructions may disappear when nobody uses their result.</summary>
internal static class Purity
{
    // Division traps only where its check has already raised, so without its result it has no effect either.
    public static bool IsRemovable(Instruction instruction) => instruction.Operation is Operation.Move
        or Operation.Numeric or Operation.Select or Operation.Load or Operation.New or Operation.IsInstance
        or Operation.VirtualFunction or Operation.GetHeapTop or Operation.MemorySize;
}
