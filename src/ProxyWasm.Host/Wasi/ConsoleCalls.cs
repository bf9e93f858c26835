using System.Buffers;
using ProxyWasm.Abi;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Wasi;

/// <summary>Standard output and error become log records: one per call, without its trailing line feed.</summary>
internal sealed class ConsoleCalls(Vm vm)
{
    public const int StandardOutput = 1;
    public const int StandardError = 2;

    // A record longer than this is cut; what the guest "wrote" is still its full length.
    private const int MaxRecordBytes = 64 * 1024;

    private const int VectorBytes = 8;

    // More vectors than any libc passes; a guest must not keep the host busy with millions of empty ones.
    private const int MaxVectors = 1024;

    public void Define(HostcallRegistry registry)
    {
        registry.AddWasi<int, int, int, int>("fd_write", Write);
        registry.AddWasi<int, int, int, long, int>(
            "fd_pwrite", (fd, vectors, count, _, writtenSlot) => Write(fd, vectors, count, writtenSlot));
    }

    private int Write(int fd, int vectors, int count, int writtenSlot)
    {
        if (fd is not (StandardOutput or StandardError))
        {
            return (int)WasiErrno.BadFileDescriptor;
        }

        if ((uint)count > int.MaxValue / VectorBytes || !vm.Memory.TryView(vectors, count * VectorBytes, out _))
        {
            return (int)WasiErrno.Fault;
        }

        if (count > MaxVectors)
        {
            return (int)WasiErrno.InvalidArgument;
        }

        var record = ArrayPool<byte>.Shared.Rent(MaxRecordBytes);
        try
        {
            if (!TryGather(vectors, count, record, out var length, out var total)
                || !vm.Memory.TryWriteUInt32(writtenSlot, (uint)total))
            {
                return (int)WasiErrno.Fault;
            }

            var text = record.AsSpan(0, length);
            if (text is [.. var line, (byte)'\n'])
            {
                text = line;
            }

            if (total > 0)
            {
                vm.Log.Write(fd == StandardError ? LogLevel.Error : LogLevel.Info, text);
            }

            return (int)WasiErrno.Success;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(record);
        }
    }

    private bool TryGather(int vectors, int count, byte[] record, out int length, out ulong total)
    {
        length = 0;
        total = 0;
        for (var i = 0; i < count; i++)
        {
            if (!vm.Memory.TryReadUInt32(unchecked(vectors + (VectorBytes * i)), out var pointer)
                || !vm.Memory.TryReadUInt32(unchecked(vectors + (VectorBytes * i) + 4), out var size)
                || !vm.Memory.TryView((int)pointer, (int)size, out var bytes))
            {
                return false;
            }

            total += size;
            var room = Math.Min(bytes.Length, MaxRecordBytes - length);
            bytes[..room].CopyTo(record.AsSpan(length));
            length += room;
        }

        return true;
    }
}
