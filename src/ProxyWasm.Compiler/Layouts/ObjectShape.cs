namespace ProxyWasm.Compiler.Layouts;

/// <summary>
/// Where things lie in heap objects and class records on 32-bit linear memory.
/// </summary>
/// <remarks>
/// An object begins with the address of its class record. Arrays and strings continue with their length, and their
/// elements begin at offset 8, which is what the base library's own unsafe code expects.
/// </remarks>
internal static class ObjectShape
{
    public const int HeaderSize = 4;

    public const int LengthOffset = 4;

    public const int ArrayDataOffset = 8;

    public const int BoxDataOffset = 4;

    public const int Alignment = 8;

    /// <summary>Class records are this far apart, so that a class number is the address divided by it.</summary>
    public const int ClassRecordSize = 32;

    public const int ClassRecordShift = 5;

    /// <summary>Bytes of an instance, or of everything before the elements for arrays and strings.</summary>
    public const int ClassBaseSize = 0;

    /// <summary>Bytes of an element; zero when instances have no elements.</summary>
    public const int ClassElementSize = 4;

    public const int ClassParent = 8;

    public const int ClassPointerMap = 12;

    public const int ClassCastList = 16;

    public const int ClassTypeObject = 20;

    /// <summary>Bits described by the runtime library's copy of this table.</summary>
    public const int ClassFlags = 24;

    /// <summary>Class record of the element type; for delegates, table index of the combined invoke.</summary>
    public const int ClassElementOrInvoke = 28;
}
