using ProxyWasm.Abi;
using ProxyWasm.Host.Failures;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Values that all plugins with the same <c>vm_id</c> share (section 6.1 of the ABI reference).</summary>
internal sealed class SharedDataCalls(Vm vm)
{
    // A value goes through here because the guest's allocator must not run while the store is locked.
    private readonly ScratchBuffer _value = new();

    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int, int, int>("proxy_get_shared_data", Get);
        registry.Add<int, int, int, int, int>("proxy_set_shared_data", Set);
    }

    private int Get(int key, int keySize, int pointerSlot, int sizeSlot, int casSlot)
    {
        if (!vm.Memory.TryView(key, keySize, out var keyBytes) || !vm.Memory.TryView(casSlot, sizeof(uint), out _))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var value = _value.Rent();
        if (!vm.Definition.Partition.Data.TryRead(keyBytes, value, out var cas))
        {
            return (int)Status.NotFound;
        }

        var status = vm.Guest.Write(value.WrittenSpan, pointerSlot, sizeSlot);
        if (status == Status.Ok)
        {
            vm.Memory.TryWriteUInt32(casSlot, cas);
        }

        return (int)status;
    }

    private int Set(int key, int keySize, int value, int valueSize, int cas)
    {
        if (!vm.Memory.TryView(key, keySize, out var keyBytes) || !vm.Memory.TryView(value, valueSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var partition = vm.Definition.Partition;
        var status = partition.Data.Write(keyBytes, bytes, (uint)cas, out var evicted);
        if (evicted > 0 && partition.TryWarnOfData())
        {
            Log.SharedDataEvicted(
                vm.Services.Log, partition.VmId, GuestText.Printable(keyBytes), vm.Definition.Limits.SharedDataBytes);
        }

        return (int)status;
    }
}
