using System.Text;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Vms;

/// <summary>
/// Hands results to the guest: memory comes from the guest's own allocator, in exactly the size of the data, then the
/// address and the size are stored where the guest wants them.
/// </summary>
internal sealed class GuestWriter(Vm vm)
{
    public Status Write(ReadOnlySpan<byte> data, int pointerSlot, int sizeSlot)
    {
        if (!TryAllocate(data.Length, pointerSlot, sizeSlot, out var memory))
        {
            return Status.InvalidMemoryAccess;
        }

        data.CopyTo(memory);
        return Status.Ok;
    }

    /// <summary>Writes text of Latin-1 characters, one byte each.</summary>
    public Status WriteLatin1(string text, int pointerSlot, int sizeSlot)
    {
        if (!TryAllocate(text.Length, pointerSlot, sizeSlot, out var memory))
        {
            return Status.InvalidMemoryAccess;
        }

        Encoding.Latin1.GetBytes(text, memory);
        return Status.Ok;
    }

    /// <summary>
    /// Allocates and stores address and size; the caller fills the memory at once. Nothing is allocated for size 0,
    /// where some guests have no answer. Slots are checked first: a block whose address cannot be stored would be lost.
    /// </summary>
    public bool TryAllocate(int size, int pointerSlot, int sizeSlot, out Span<byte> memory)
    {
        memory = [];
        if (!vm.Memory.TryView(pointerSlot, sizeof(uint), out _) || !vm.Memory.TryView(sizeSlot, sizeof(uint), out _))
        {
            return false;
        }

        var address = 0;
        if (size > 0)
        {
            address = vm.Allocate(size);
            if (address == 0 || !vm.Memory.TryView(address, size, out memory))
            {
                return false;
            }
        }

        vm.Memory.TryWriteUInt32(pointerSlot, (uint)address);
        vm.Memory.TryWriteUInt32(sizeSlot, (uint)size);
        return true;
    }
}
