using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Lowering;

/// <summary>Writes copies and clears of structures as single moves when they are short.</summary>
internal static class StructureMoves
{
    private const int MaxInlineBytes = 32;

    private static readonly MemoryKind[] Widths = [MemoryKind.I64, MemoryKind.I32, MemoryKind.U16, MemoryKind.U8];

    public static void Copy(Instruction copy, Action<Instruction> emit, Func<IrType, Register> newTemporary)
    {
        if (copy.Size > MaxInlineBytes)
        {
            emit(new Instruction
            {
                Operation = Operation.CopyBytes, Operands = [.. copy.Operands, Operand.Int(copy.Size)],
            });
            return;
        }

        foreach (var (offset, kind) in Pieces(copy.Size))
        {
            var value = newTemporary(kind.Register());
            emit(new Instruction
            {
                Operation = Operation.Load, Memory = kind, Offset = offset, Operands = [copy.Operands[1]],
                Result = value,
            });
            emit(new Instruction
            {
                Operation = Operation.Store, Memory = kind, Offset = offset,
                Operands = [copy.Operands[0], Operand.Of(value)],
            });
        }
    }

    public static void Clear(Operand address, int size, Action<Instruction> emit)
    {
        if (size is < 0 or > MaxInlineBytes)
        {
            emit(new Instruction
            {
                Operation = Operation.FillBytes,
                Operands = [address, Operand.Int(0), Operand.Int(size)],
            });
            return;
        }

        foreach (var (offset, kind) in Pieces(size))
        {
            emit(new Instruction
            {
                Operation = Operation.Store, Memory = kind, Offset = offset,
                Operands = [address, Operand.Constant(kind.Register(), 0)],
            });
        }
    }

    private static IEnumerable<(int Offset, MemoryKind Kind)> Pieces(int size)
    {
        var offset = 0;
        foreach (var kind in Widths)
        {
            while (size - offset >= kind.Size())
            {
                yield return (offset, kind);
                offset += kind.Size();
            }
        }
    }
}
