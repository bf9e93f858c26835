namespace ProxyWasm.Compiler.Intermediate;

/// <summary>Exceptions that instructions raise by themselves.</summary>
internal enum Fault : byte
{
    NullReference,
    IndexOutOfRange,
    InvalidCast,
    Overflow,
    DivideByZero,
    ArrayTypeMismatch,
}
