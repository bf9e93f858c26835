using ProxyWasm.Host.SharedData;
using ProxyWasm.Host.SharedQueues;

namespace ProxyWasm.Host.Vms;

/// <summary>What all virtual machines with one <c>vm_id</c> share, whatever code they run. Thread-safe.</summary>
internal sealed class VmPartition(string vmId, CasSequence versions, QueueTokens tokens)
{
    private int _hasWarnedOfData;
    private int _hasWarnedOfQueues;

    public string VmId { get; } = vmId;

    public SharedStore Data { get; } = new(versions);

    public QueueNames Queues { get; } = new(tokens);

    /// <summary>Number of users; guarded by <see cref="VmPartitions"/>.</summary>
    public int Users { get; set; }

    /// <summary>True for the first caller: who has to tell the operator that data had to go.</summary>
    public bool TryWarnOfData() => Interlocked.Exchange(ref _hasWarnedOfData, 1) == 0;

    /// <summary>True for the first caller: who has to tell the operator that there are too many queues.</summary>
    public bool TryWarnOfQueues() => Interlocked.Exchange(ref _hasWarnedOfQueues, 1) == 0;
}
