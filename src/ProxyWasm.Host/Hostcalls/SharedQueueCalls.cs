using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Failures;
using ProxyWasm.Host.SharedQueues;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Queues between virtual machines (section 6.2 of the ABI reference).</summary>
/// <remarks>
/// Guest libraries stop the plugin when registering or enqueuing does not answer Ok (or NotFound for a token). So an
/// item for a full queue is dropped with Ok, a queue too many gets token 0, which no queue has, and the operator is
/// told.
/// </remarks>
internal sealed class SharedQueueCalls(Vm vm)
{
    private const uint NoQueue = 0;

    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int>("proxy_register_shared_queue", Register);
        registry.Add<int, int, int, int, int>("proxy_resolve_shared_queue", Resolve);
        registry.Add<int, int, int>("proxy_enqueue_shared_queue", Enqueue);
        registry.Add<int, int, int>("proxy_dequeue_shared_queue", Dequeue);
    }

    private int Register(int name, int nameSize, int tokenSlot)
    {
        if (!vm.Memory.TryView(name, nameSize, out var nameBytes)
            || !vm.Memory.TryView(tokenSlot, sizeof(uint), out _))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var partition = vm.Definition.Partition;
        var queue = partition.Queues.FindOrCreate(nameBytes);
        queue?.Listen(vm.Effective.Root);
        if (queue is null && partition.TryWarnOfQueues())
        {
            Log.TooManyQueues(vm.Services.Log, vm.LastPlugin, GuestText.Printable(nameBytes));
        }

        vm.Memory.TryWriteUInt32(tokenSlot, queue?.Token ?? NoQueue);
        return (int)Status.Ok;
    }

    private int Resolve(int vmId, int vmIdSize, int name, int nameSize, int tokenSlot)
    {
        if (!vm.Memory.TryView(vmId, vmIdSize, out var vmIdBytes)
            || !vm.Memory.TryView(name, nameSize, out var nameBytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var own = vm.Definition.Partition;
        var partition = vmIdBytes.IsEmpty ? own : vm.Services.Partitions.Find(Encoding.UTF8.GetString(vmIdBytes));
        if (partition?.Queues.Find(nameBytes) is not { } queue)
        {
            return (int)Status.NotFound;
        }

        return (int)(vm.Memory.TryWriteUInt32(tokenSlot, queue.Token) ? Status.Ok : Status.InvalidMemoryAccess);
    }

    private int Enqueue(int token, int item, int itemSize)
    {
        if (!vm.Memory.TryView(item, itemSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (vm.Services.Partitions.Tokens.Find((uint)token) is not { } queue)
        {
            return (int)Status.NotFound;
        }

        if (queue.Enqueue(bytes) == EnqueueOutcome.DroppedFirst)
        {
            Log.QueueFull(vm.Services.Log, vm.LastPlugin, GuestText.Printable(queue.Name));
        }

        return (int)Status.Ok;
    }

    private int Dequeue(int token, int pointerSlot, int sizeSlot)
    {
        // Checked first: an item that cannot be handed over must stay in the queue.
        if (!vm.Memory.TryView(pointerSlot, sizeof(uint), out _) || !vm.Memory.TryView(sizeSlot, sizeof(uint), out _))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (vm.Services.Partitions.Tokens.Find((uint)token) is not { } queue)
        {
            return (int)Status.NotFound;
        }

        return (int)(queue.Dequeue() is { } item ? vm.Guest.Write(item, pointerSlot, sizeSlot) : Status.Empty);
    }
}
