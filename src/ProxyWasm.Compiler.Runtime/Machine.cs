using System.Runtime.CompilerServices;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>What the compiler turns into single instructions or numbers about the module.</summary>
internal static unsafe class Machine
{
    /// <summary>First free address of the heap.</summary>
    public static extern nint HeapTop
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
        [MethodImpl(MethodImplOptions.InternalCall)]
        set;
    }

    /// <summary>First address of the heap.</summary>
    public static extern nint HeapStart
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Where the string objects begin that are unpacked when the module starts.</summary>
    public static extern nint TextStart
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>End of the packed texts.</summary>
    public static extern nint PackedEnd
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Where the objects made at build time begin that hold references.</summary>
    public static extern nint MadeStart
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Where those objects end.</summary>
    public static extern nint MadeEnd
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Address of the list of variables that hold references.</summary>
    public static extern nint RootTable
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern int RootCount
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Most bytes that the memory may have.</summary>
    public static extern nint MemoryLimit
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern int MemoryPages
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Where a type object holds the address of its description.</summary>
    public static extern nint TypeDescriptionOffset
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Not zero when every exported call ends with a collection.</summary>
    public static extern int CollectAlways
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>The number of pages before, or -1.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int GrowMemory(int pages);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern nint AddressOf(object? value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern object? ObjectAt(nint address);

    /// <summary>The type object at an address.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Type? TypeAt(nint address);

    /// <summary>Whether an encoding is the one of <c>Encoding.UTF8</c>, whose class has no name here.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool IsStandardUtf8(System.Text.Encoding encoding);

    /// <summary>Class record of an object.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ClassRecord* ClassOf(object value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern nint ClassRecord<T>();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Trap();
}
