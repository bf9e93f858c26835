namespace ProxyWasm.Compiler.Runtime;

/// <summary>The compiler's <c>TypeFlags</c> has the same values.</summary>
[Flags]
internal enum TypeKinds : ushort
{
    None = 0,
    ValueType = 1,
    Enum = 2,
    Interface = 4,
    Array = 8,
    Generic = 16,
    Primitive = 32,
    Abstract = 64,
    Sealed = 128,
    FlagsEnum = 256,
    Nullable = 512,
}
