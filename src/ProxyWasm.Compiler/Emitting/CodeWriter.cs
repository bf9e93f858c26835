using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Emitting;

/// <summary>Collects instructions and removes what is redundant between neighbours.</summary>
internal sealed class CodeWriter
{
    public List<WasmInstruction> Instructions { get; } = [];

    public void Add(Opcode opcode, long immediate = 0, object? reference = null)
    {
        if (opcode == Opcode.LocalGet && Instructions.Count > 0
            && Instructions[^1] is { Opcode: Opcode.LocalSet } last && last.Immediate == immediate)
        {
            Instructions[^1] = last with { Opcode = Opcode.LocalTee };
            return;
        }

        if (opcode == Opcode.LocalSet && Instructions.Count > 0
            && Instructions[^1] is { Opcode: Opcode.LocalGet } read && read.Immediate == immediate)
        {
            RemoveLast(1);
            return;
        }

        if (opcode is Opcode.BrIf or Opcode.If)
        {
            SimplifyCondition();
        }

        Instructions.Add(new WasmInstruction(opcode, immediate, 0, reference));
    }

    public void Numeric(Numeric numeric)
    {
        // Comparing with zero for equality is a shorter instruction.
        if (numeric is Intermediate.Numeric.I32Eq or Intermediate.Numeric.I64Eq && EndsWithZero())
        {
            RemoveLast(1);
            numeric = numeric == Intermediate.Numeric.I32Eq
                ? Intermediate.Numeric.I32Eqz : Intermediate.Numeric.I64Eqz;
        }

        if (numeric == Intermediate.Numeric.I32Eqz && Instructions.Count > 0
            && ((Numeric)Instructions[^1].Opcode).Negated() is var opposite and not Intermediate.Numeric.None)
        {
            RemoveLast(1);
            numeric = opposite;
        }

        Instructions.Add(new WasmInstruction((Opcode)numeric));
    }

    /// <summary>Takes a negation from the end of the code, if there is one.</summary>
    public bool TakeNegation()
    {
        SimplifyCondition();
        if (Instructions.Count == 0 || Instructions[^1].Opcode != (Opcode)Intermediate.Numeric.I32Eqz)
        {
            return false;
        }

        RemoveLast(1);
        return true;
    }

    public void Const(int value) => Add(Opcode.I32Const, value);

    public void Load(MemoryKind kind, int offset) => Memory(
        kind switch
        {
            MemoryKind.I8 => Opcode.I32Load8S,
            MemoryKind.U8 => Opcode.I32Load8U,
            MemoryKind.I16 => Opcode.I32Load16S,
            MemoryKind.U16 => Opcode.I32Load16U,
            MemoryKind.I64 => Opcode.I64Load,
            MemoryKind.F32 => Opcode.F32Load,
            MemoryKind.F64 => Opcode.F64Load,
            _ => Opcode.I32Load,
        },
        offset);

    public void Store(MemoryKind kind, int offset) => Memory(
        kind switch
        {
            MemoryKind.I8 or MemoryKind.U8 => Opcode.I32Store8,
            MemoryKind.I16 or MemoryKind.U16 => Opcode.I32Store16,
            MemoryKind.I64 => Opcode.I64Store,
            MemoryKind.F32 => Opcode.F32Store,
            MemoryKind.F64 => Opcode.F64Store,
            _ => Opcode.I32Store,
        },
        offset);

    /// <summary>Ends a block; a branch to its end right before it goes away.</summary>
    public void EndBlock()
    {
        if (Instructions.Count > 0 && Instructions[^1] is { Opcode: Opcode.Br, Immediate: 0 })
        {
            Instructions.RemoveAt(Instructions.Count - 1);
        }

        Add(Opcode.End);
    }

    /// <summary>Whether a condition is zero or not is all that matters.</summary>
    private void SimplifyCondition()
    {
        const Opcode Not = (Opcode)Intermediate.Numeric.I32Eqz;
        while (Instructions.Count >= 2)
        {
            var isTwice = Instructions[^1].Opcode == Not && Instructions[^2].Opcode == Not;
            if (!isTwice && !(Instructions[^1].Opcode == (Opcode)Intermediate.Numeric.I32Ne
                && IsZero(Instructions[^2])))
            {
                return;
            }

            RemoveLast(2);
        }
    }

    private bool EndsWithZero() => Instructions.Count > 0 && IsZero(Instructions[^1]);

    private static bool IsZero(WasmInstruction instruction) => instruction is
        { Opcode: Opcode.I32Const or Opcode.I64Const, Immediate: 0, Reference: null };

    private void RemoveLast(int count) => Instructions.RemoveRange(Instructions.Count - count, count);

    // Alignment is a hint; byte alignment is always true and costs nothing.
    private void Memory(Opcode opcode, int offset) => Add(opcode, (uint)offset);
}
