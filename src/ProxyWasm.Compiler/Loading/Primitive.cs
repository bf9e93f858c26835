namespace ProxyWasm.Compiler.Loading;

/// <summary>
/// The types ECMA-335 treats as built in; the names are those of the types in the <c>System</c> namespace.
/// </summary>
internal enum Primitive
{
    None,
    Void,
    Boolean,
    Char,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    IntPtr,
    UIntPtr,
}
