using ProxyWasm.Abi;
using ProxyWasm.Host.Contexts;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Testing.Suites.Streams;

/// <summary>
/// Buffers as the format has them: the plugin configuration anywhere, a body in its own phase. A start behind the end
/// is an error; a size beyond it gives what is there, since guest libraries ask for "everything" that way.
/// </summary>
internal sealed class SuiteBufferCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.Add<int, int, int, int, int>("proxy_get_buffer_bytes", GetBytes);
        registry.Add<int, int, int>("proxy_get_buffer_status", GetStatus);
        registry.Add<int, int, int, int, int>("proxy_set_buffer_bytes", SetBytes);
    }

    // Also of the root context, which outside of a suite can read its configuration at certain times only.
    private Status Read(int type, out ReadOnlyMemory<byte> bytes)
    {
        if (vm.Effective is RootContext root && (BufferType)type == BufferType.PluginConfiguration)
        {
            bytes = root.Options.Configuration;
            return Status.Ok;
        }

        return vm.Effective.ReadBuffer((BufferType)type, out bytes);
    }

    private int GetBytes(int type, int start, int maxSize, int pointerSlot, int sizeSlot)
    {
        var status = Read(type, out var bytes);
        if (status != Status.Ok)
        {
            return (int)status;
        }

        if ((uint)start > (uint)bytes.Length)
        {
            return (int)Status.InvalidMemoryAccess;
        }

        var count = (int)Math.Min((uint)maxSize, (uint)(bytes.Length - start));
        return (int)vm.Guest.Write(bytes.Span.Slice(start, count), pointerSlot, sizeSlot);
    }

    private int GetStatus(int type, int lengthSlot, int flagsSlot)
    {
        var status = Read(type, out var bytes);
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
        if (!vm.Memory.TryView(data, dataSize, out var bytes))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        if (vm.Effective.FindWritableBuffer((BufferType)type) is not { } buffer)
        {
            return (int)Status.NotFound;
        }

        if (buffer.Length + (long)bytes.Length > vm.Definition.Limits.MemoryBytes)
        {
            return (int)Status.InternalFailure;
        }

        buffer.Splice((uint)start, (uint)size, bytes);
        return (int)Status.Ok;
    }
}
