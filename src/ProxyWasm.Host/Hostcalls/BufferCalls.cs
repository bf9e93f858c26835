using ProxyWasm.Abi;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Byte buffers; availability follows the table in section 2.4 of the ABI reference.</summary>
internal sealed class BufferCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int, int, int>("proxy_get_buffer_bytes", GetBytes);
        registry.Add<int, int, int>("proxy_get_buffer_status", GetStatus);
        registry.Add<int, int, int, int, int>("proxy_set_buffer_bytes", SetBytes);
    }

    private static bool IsBuffer(int type) => (uint)type <= (uint)BufferType.CallData;

    private int GetBytes(int type, int start, int maxSize, int pointerSlot, int sizeSlot)
    {
        if (!IsBuffer(type))
        {
            return (int)Status.BadArgument;
        }

        var status = vm.Effective.ReadBuffer((BufferType)type, out var bytes);
        if (status != Status.Ok)
        {
            return (int)status;
        }

        var from = (int)Math.Min((uint)start, (uint)bytes.Length);
        var count = (int)Math.Min((uint)maxSize, (uint)(bytes.Length - from));
        return (int)vm.Guest.Write(bytes.Span.Slice(from, count), pointerSlot, sizeSlot);
    }

    private int GetStatus(int type, int lengthSlot, int flagsSlot)
    {
        if (!IsBuffer(type))
        {
            return (int)Status.BadArgument;
        }

        var status = vm.Effective.ReadBuffer((BufferType)type, out var bytes);
        if (status != Status.Ok)
        {
            return (int)status;
        }

        return (int)(vm.Memory.TryWriteUInt32(lengthSlot, (uint)bytes.Length) && vm.Memory.TryWriteUInt32(flagsSlot, 0)
            ? Status.Ok
            : Status.InvalidMemoryAccess);
    }

    private int SetBytes(int type, int start, int size, int data, int dataSize)
    {
        if (!IsBuffer(type))
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(data, dataSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (vm.Effective.FindWritableBuffer((BufferType)type) is not { } buffer)
        {
            return (int)Status.BadArgument;
        }

        if (buffer.Length + (long)bytes.Length > vm.Definition.Limits.MemoryBytes)
        {
            // A loop of appends must not take the host's memory: a body can be no larger than the guest's own memory.
            return (int)Status.InternalFailure;
        }

        buffer.Splice((uint)start, (uint)size, bytes);
        return (int)Status.Ok;
    }
}
