namespace ProxyWasm.Compiler.Intermediate;

/// <summary>Sizes and register types of <see cref="MemoryKind"/>.</summary>
internal static class MemoryKinds
{
    public static int Size(this MemoryKind kind) => kind switch
    {
        MemoryKind.I8 or MemoryKind.U8 => 1,
        MemoryKind.I16 or MemoryKind.U16 => 2,
        MemoryKind.I32 or MemoryKind.F32 => 4,
        _ => 8,
    };

    public static IrType Register(this MemoryKind kind) => kind switch
    {
        MemoryKind.I64 => IrType.I64,
        MemoryKind.F32 => IrType.F32,
        MemoryKind.F64 => IrType.F64,
        _ => IrType.I32,
    };
}
