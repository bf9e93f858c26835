namespace ProxyWasm.Compiler.Intermediate;

/// <summary>Numbers about the whole module that the runtime library asks for.</summary>
internal enum ModuleFactKind
{
    /// <summary>First address of the collected heap.</summary>
    HeapStart,

    /// <summary>Address of the list of static variables that hold references.</summary>
    RootTable,

    /// <summary>Where the string objects begin that are unpacked when the module starts.</summary>
    TextStart,

    /// <summary>End of the packed texts, which begin where the heap will.</summary>
    PackedEnd,

    /// <summary>Where the objects made at build time begin that hold references.</summary>
    MadeStart,

    /// <summary>Where those objects end.</summary>
    MadeEnd,

    /// <summary>Number of entries in the root table.</summary>
    RootCount,

    /// <summary>Lowest address the shadow stack may reach.</summary>
    StackLimit,

    /// <summary>Most bytes the linear memory may grow to.</summary>
    MemoryLimit,

    /// <summary>Where a type object holds the address of its description.</summary>
    TypeDescriptionOffset,

    /// <summary>Not zero when the heap is collected after every exported call.</summary>
    CollectAlways,
}
