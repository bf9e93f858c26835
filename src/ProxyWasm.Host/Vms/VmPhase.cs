namespace ProxyWasm.Host.Vms;

/// <summary>Which host functions the guest may call at the moment (section 1.2 and 1.3 of the ABI reference).</summary>
internal enum VmPhase
{
    /// <summary>Initialisation exports run: there is no plugin yet, so only logging and most of WASI.</summary>
    Initialising,

    /// <summary>The guest's allocator runs inside of a host function: only logging and the clock.</summary>
    Allocating,

    /// <summary>A callback runs: everything.</summary>
    Running,
}
