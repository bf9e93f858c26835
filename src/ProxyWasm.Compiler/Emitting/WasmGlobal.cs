namespace ProxyWasm.Compiler.Emitting;

/// <summary>The module's mutable globals, in order of index.</summary>
internal enum WasmGlobal
{
    /// <summary>The shadow stack ends here; it grows down.</summary>
    StackPointer,

    /// <summary>The first free address of the heap.</summary>
    HeapTop,

    /// <summary>The exception on its way to a handler, or zero.</summary>
    PendingException,
}
