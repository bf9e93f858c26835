namespace ProxyWasm.Host;

/// <summary>What a plugin may use. All limits hold per virtual machine.</summary>
public sealed record PluginLimits
{
    /// <summary>The default limits.</summary>
    public static PluginLimits Default { get; } = new();

    /// <summary>
    /// CPU time of one callback. A callback that needs more is stopped and its virtual machine replaced.
    /// </summary>
    /// <value>Default 100 ms, resolution 10 ms; <see cref="TimeSpan.Zero"/> switches the limit off.</value>
    public TimeSpan CallbackBudget { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>CPU time of each start-up call: initialisation, <c>on_vm_start</c>, <c>on_configure</c>.</summary>
    /// <value>Default 5 s; <see cref="TimeSpan.Zero"/> switches the limit off.</value>
    public TimeSpan StartBudget { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Upper bound of linear memory in bytes; the guest sees <c>memory.grow</c> fail beyond it.</summary>
    /// <value>Default 128 MiB, at least 64 KiB, at most 2 GiB − 64 KiB.</value>
    public long MemoryBytes { get; init; } = 128L * 1024 * 1024;

    /// <summary>Bytes of a body that are held for a plugin that paused the stream.</summary>
    /// <value>
    /// Default 1 MiB. More is answered with 413 (request) or 500 (response); a TCP connection is not read any further.
    /// </value>
    public int BufferBytes { get; init; } = 1024 * 1024;

    /// <summary>
    /// Bytes of shared data under one <c>vm_id</c>, counting keys, values and 160 for each entry. Beyond it the least
    /// recently used keys are dropped. Plugins that share a <c>vm_id</c> have the largest limit among them.
    /// </summary>
    /// <value>Default 16 MiB.</value>
    public long SharedDataBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>
    /// Items in one shared queue; further ones are dropped. Plugins that share a <c>vm_id</c> have the largest limit.
    /// </summary>
    /// <value>Default 16384.</value>
    public int QueueItems { get; init; } = 16384;

    /// <summary>
    /// Bytes of items in all shared queues under one <c>vm_id</c>; further items are dropped. Plugins that share a
    /// <c>vm_id</c> have the largest limit.
    /// </summary>
    /// <value>Default 16 MiB.</value>
    public long QueueBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>Metrics that a plugin may define; updates of further ones are dropped.</summary>
    /// <value>Default 5000.</value>
    public int Metrics { get; init; } = 5000;

    /// <summary>HTTP and gRPC calls that a plugin may have under way at once; more cannot be sent.</summary>
    /// <value>Default 1024, at least 0, which forbids calls.</value>
    public int PendingCallouts { get; init; } = 1024;

    /// <summary>
    /// Bytes of the body of an answer to a call, or of one gRPC message in either direction. A larger answer ends its
    /// call as a reset, a larger message with the status <c>ResourceExhausted</c>.
    /// </summary>
    /// <value>
    /// Default 1 MiB, at most 1 GiB. All calls of a virtual machine together may hold <see cref="MemoryBytes"/>.
    /// </value>
    public int CalloutBytes { get; init; } = 1024 * 1024;

    internal const int MaxCalloutBytes = 1024 * 1024 * 1024;

    internal const long MaxMemoryBytes = int.MaxValue - 65535L;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(CallbackBudget, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(StartBudget, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MemoryBytes, 65536);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MemoryBytes, MaxMemoryBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(BufferBytes, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(SharedDataBytes, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueItems, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueBytes, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(Metrics, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(PendingCallouts, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(CalloutBytes, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CalloutBytes, MaxCalloutBytes);
    }
}
