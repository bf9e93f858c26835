using ProxyWasm.Host.SharedData;
using ProxyWasm.Host.SharedQueues;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// The partitions of a host by <c>vm_id</c>. A partition lives as long as some plugin with its id is loaded, so its
/// data outlives the replacement of a failed virtual machine. Thread-safe.
/// </summary>
internal sealed class VmPartitions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, VmPartition> _partitions = [];
    private readonly CasSequence _versions = new();

    /// <summary>Queues of all partitions.</summary>
    public QueueTokens Tokens { get; } = new();

    /// <summary>Joins a partition; pair with <see cref="Leave"/>.</summary>
    public VmPartition Join(string vmId, PluginLimits limits)
    {
        lock (_gate)
        {
            if (!_partitions.TryGetValue(vmId, out var partition))
            {
                partition = new VmPartition(vmId, _versions, Tokens);
                _partitions.Add(vmId, partition);
            }

            partition.Users++;
            partition.Data.RaiseLimit(limits.SharedDataBytes);
            partition.Queues.Budget.Raise(limits);
            return partition;
        }
    }

    /// <summary>Leaves a partition; its data goes with the last one.</summary>
    public void Leave(VmPartition partition)
    {
        lock (_gate)
        {
            if (--partition.Users == 0)
            {
                _partitions.Remove(partition.VmId);
                partition.Queues.Clear();
            }
        }
    }

    /// <summary>All partitions at the moment.</summary>
    public IReadOnlyList<VmPartition> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _partitions.Values];
            }
        }
    }

    public VmPartition? Find(string vmId)
    {
        lock (_gate)
        {
            return _partitions.GetValueOrDefault(vmId);
        }
    }
}
