namespace ProxyWasm.Host.Engines;

/// <summary>Why a guest call failed; also the label of the metric that counts failures.</summary>
internal enum FaultReason
{
    /// <summary>The guest executed <c>unreachable</c>: a panic, an abort, a failed assertion.</summary>
    Unreachable,

    /// <summary>An access outside of linear memory.</summary>
    MemoryOutOfBounds,

    /// <summary>Recursion deeper than the stack allows.</summary>
    StackOverflow,

    /// <summary>The CPU budget of the call is used up.</summary>
    BudgetExceeded,

    /// <summary>Division by zero, integer overflow or an invalid conversion.</summary>
    Arithmetic,

    /// <summary>An indirect call through a null, wrong or out-of-range table element.</summary>
    IndirectCall,

    /// <summary>A host function that is forbidden at this point was called.</summary>
    RestrictedCall,

    /// <summary>The guest asked to end (<c>abort</c> or <c>proc_exit</c>).</summary>
    GuestAbort,

    /// <summary>A start-up export answered that it failed.</summary>
    StartRejected,

    /// <summary>A host function failed unexpectedly; a defect of the host.</summary>
    HostFunction,

    /// <summary>Any other trap of the engine.</summary>
    Other,
}
