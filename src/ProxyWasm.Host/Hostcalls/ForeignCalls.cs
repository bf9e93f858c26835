using ProxyWasm.Abi;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Functions found by name (section 6.6 of the ABI reference).</summary>
internal sealed class ForeignCalls(Vm vm)
{
    private readonly ScratchBuffer _result = new();

    public void Define(HostcallRegistry registry) =>
        registry.Add<int, int, int, int, int, int>("proxy_call_foreign_function", Call);

    private int Call(int name, int nameSize, int argument, int argumentSize, int pointerSlot, int sizeSlot)
    {
        if (!vm.Memory.TryView(name, nameSize, out var nameBytes)
            || !vm.Memory.TryView(argument, argumentSize, out var argumentBytes)
            || !IsSlot(pointerSlot)
            || !IsSlot(sizeSlot))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (vm.Services.ForeignFunctions.Find(nameBytes) is not { } function)
        {
            return (int)Status.NotFound;
        }

        var result = _result.Rent();
        var status = function(vm, argumentBytes, result);
        return (int)(Write(status == Status.Ok ? result.WrittenSpan : [], pointerSlot, sizeSlot)
            ? status
            : Status.InvalidMemoryAccess);
    }

    private bool IsSlot(int slot) => slot == 0 || vm.Memory.TryView(slot, sizeof(uint), out _);

    // Also after a failure, with 0 and 0. Guests that want no result pass address 0.
    private bool Write(ReadOnlySpan<byte> result, int pointerSlot, int sizeSlot)
    {
        var address = 0;
        if (pointerSlot != 0 && !result.IsEmpty)
        {
            address = vm.Allocate(result.Length);
            if (address == 0 || !vm.Memory.TryWrite(address, result))
            {
                return false;
            }
        }

        return (pointerSlot == 0 || vm.Memory.TryWriteUInt32(pointerSlot, (uint)address))
            && (sizeSlot == 0 || vm.Memory.TryWriteUInt32(sizeSlot, (uint)result.Length));
    }
}
