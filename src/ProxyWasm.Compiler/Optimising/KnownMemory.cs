using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>What memory certainly holds at a place of a block, from the loads and stores before it.</summary>
internal sealed class KnownMemory
{
    private readonly Dictionary<(Operand Address, int Offset, MemoryKind Kind), Operand> _values = [];

    public void Clear() => _values.Clear();

    /// <summary>What a load gives, if it is known.</summary>
    public Operand? ValueOf(Instruction load) =>
        _values.TryGetValue((load.Operands[0], load.Offset, load.Memory), out var value) ? value : null;

    /// <summary>Takes note of an instruction that has just been done.</summary>
    public void Note(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Load when instruction.Result is { IsVariable: false } result:
                _values[(instruction.Operands[0], instruction.Offset, instruction.Memory)] = Operand.Of(result);
                break;
            case Operation.Store:
                NoteStore(instruction);
                break;
            case Operation.Call or Operation.CallVirtual or Operation.CallIndirect or Operation.InitClass
                or Operation.Copy or Operation.Clear or Operation.CopyBytes or Operation.FillBytes:
                _values.Clear();
                break;
            default:
                break;
        }
    }

    /// <summary>Forgets what depends on a variable that has just been assigned.</summary>
    public void Forget(Register variable)
    {
        if (_values.Count == 0)
        {
            return;
        }

        var operand = Operand.Of(variable);
        foreach (var (key, value) in _values)
        {
            if (key.Address.Equals(operand) || value.Equals(operand))
            {
                _values.Remove(key);
            }
        }
    }

    private void NoteStore(Instruction store)
    {
        var address = store.Operands[0];
        foreach (var key in _values.Keys)
        {
            if (!AreApart(key.Address, key.Offset, key.Kind, address, store.Offset, store.Memory))
            {
                _values.Remove(key);
            }
        }

        // A narrow store keeps only a part of the value.
        if (store.Memory.Size() >= sizeof(int))
        {
            _values[(address, store.Offset, store.Memory)] = store.Operands[1];
        }
    }

    private static bool AreApart(
        Operand first, int firstOffset, MemoryKind firstKind, Operand second, int secondOffset, MemoryKind secondKind)
    {
        if (first.Equals(second))
        {
            return firstOffset + firstKind.Size() <= secondOffset || secondOffset + secondKind.Size() <= firstOffset;
        }

        return first is { Kind: OperandKind.Symbol, Symbol: Symbol.Static a }
            && second is { Kind: OperandKind.Symbol, Symbol: Symbol.Static b } && a.Field != b.Field;
    }
}
