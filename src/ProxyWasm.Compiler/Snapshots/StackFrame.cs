using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>The registers and memory of one running method.</summary>
internal sealed class StackFrame
{
    private readonly Value[] _registers;
    private readonly Region?[] _slots;

    public StackFrame(Body body, ReadOnlySpan<Value> arguments)
    {
        Body = body;
        _registers = new Value[body.Registers.Count];
        _slots = new Region?[body.Slots.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            this[body.Parameters[i]] = arguments[i];
        }
    }

    public Body Body { get; }

    public Value this[Register register]
    {
        get => _registers[register.Id];
        set => _registers[register.Id] = value;
    }

    public Region RegionOf(Slot slot) => _slots[slot.Id] ??= new Region(RegionKind.Frame, new byte[slot.Size]);
}
