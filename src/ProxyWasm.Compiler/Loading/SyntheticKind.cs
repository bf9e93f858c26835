namespace ProxyWasm.Compiler.Loading;

/// <summary>Methods that have no IL and that the compiler writes itself.</summary>
internal enum SyntheticKind
{
    None,

    /// <summary>Constructor of a multi-dimensional array type, one length per dimension.</summary>
    ArrayConstructor,

    /// <summary>Element read of a multi-dimensional array.</summary>
    ArrayGet,

    /// <summary>Element write of a multi-dimensional array.</summary>
    ArraySet,

    /// <summary>Element address of a multi-dimensional array.</summary>
    ArrayAddress,

    /// <summary>Calls every entry of a combined delegate in order and returns the last result.</summary>
    MulticastInvoke,

    /// <summary>Field-wise <c>Equals</c> of a value type that does not define its own.</summary>
    ValueEquals,

    /// <summary>Field-wise <c>GetHashCode</c> of a value type that does not define its own.</summary>
    ValueHash,

    /// <summary>Steps over the header of a boxed value and calls the value type's own method.</summary>
    Unboxing,

    /// <summary>Drops the unused first argument of a delegate call and calls a static method.</summary>
    StaticDelegateTarget,

    /// <summary>Runs a static constructor and remembers that it ran.</summary>
    ClassInitialiser,

    /// <summary>A slot as it is called on objects of a class that is known; <c>Owner</c> is the class.</summary>
    BoundSlot,

    /// <summary>Boundary between the host and an exported method.</summary>
    Export,
}
