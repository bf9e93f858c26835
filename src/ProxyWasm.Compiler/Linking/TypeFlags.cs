namespace ProxyWasm.Compiler.Linking;

/// <summary>What kind of type a description is about; the number of enum members is in the upper half.</summary>
[Flags]
internal enum TypeFlags
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
