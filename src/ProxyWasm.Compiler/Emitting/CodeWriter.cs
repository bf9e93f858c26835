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

        Instructions.Add(new WasmInstruction(opcode, immediate, 0, reference));
    }

    public void Numeric(Numeric numeric)
    {
        // Comparing with zero for equality is a shorter instruction.
        if (numeric == Intermediate.Numeric.I32Eq && Instructions.Count > 0
            && Instructions[^1] is { Opcode: Opcode.I32Const, Immediate: 0, Reference: null })
        {
            Instructions.RemoveAt(Instructions.Count - 1);
            numeric = Intermediate.Numeric.I32Eqz;
        }

        Instructions.Add(new WasmInstruction((Opcode)numeric));
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

    // Alignment is a hint; byte alignment is always true and costs nothing.
    private void Memory(Opcode opcode, int offset) => Add(opcode, (uint)offset);
}
