using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Emitting;

/// <summary>Places the slots that are still used in the frame.</summary>
internal sealed class FrameLayout
{
    private const int Alignment = 16;

    private readonly Dictionary<Slot, int> _offsets = [];

    public FrameLayout(IEnumerable<Block> blocks)
    {
        var allocates = false;
        foreach (var block in blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                allocates |= instruction.Operation == Operation.StackAlloc;
                foreach (var operand in instruction.Operands)
                {
                    Place(operand);
                }
            }

            Place(block.Value);
        }

        Size = (Size + Alignment - 1) / Alignment * Alignment;
        IsNeeded = Size > 0 || allocates;
    }

    public int Size { get; private set; }

    public bool IsNeeded { get; }

    public int OffsetOf(Slot slot) => _offsets[slot];

    private void Place(Operand operand)
    {
        if (!operand.IsSlot || _offsets.ContainsKey(operand.Slot))
        {
            return;
        }

        var alignment = Math.Max(1, operand.Slot.Alignment);
        Size = (Size + alignment - 1) / alignment * alignment;
        _offsets[operand.Slot] = Size;
        Size += operand.Slot.Size;
    }
}
