namespace ProxyWasm.Compiler.Intermediate;

/// <summary>How a scalar lies in memory.</summary>
internal enum MemoryKind : byte
{
    I8,
    U8,
    I16,
    U16,
    I32,
    I64,
    F32,
    F64,
}
