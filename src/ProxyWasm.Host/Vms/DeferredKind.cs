namespace ProxyWasm.Host.Vms;

/// <summary>What a guest may ask for that waits until its call has returned.</summary>
internal enum DeferredKind
{
    /// <summary>Resume a stream.</summary>
    Continue,

    /// <summary>Close a stream.</summary>
    Close,

    /// <summary>Answer a stream locally.</summary>
    Respond,

    /// <summary>End a plugin.</summary>
    End,
}
