namespace ProxyWasm.Compiler.Runtime;

/// <summary>What the compiler writes about each class; its <c>ObjectShape</c> has the same offsets.</summary>
internal unsafe struct ClassRecord
{
    /// <summary>Bytes of an instance, or of everything but the elements.</summary>
    public int BaseSize;

    /// <summary>Bytes of an element; zero when there are none.</summary>
    public int ElementSize;

    public ClassRecord* Parent;

    /// <summary>A count and that many offsets of references.</summary>
    public int* PointerMap;

    /// <summary>The classes that casts by list find here, ended by zero.</summary>
    public nint* CastList;

    public nint TypeObject;

    /// <summary>The number of the primitive type in the lowest byte.</summary>
    public int Flags;

    /// <summary>Class of the elements; for delegates the function that calls several.</summary>
    public nint ElementOrInvoke;
}
