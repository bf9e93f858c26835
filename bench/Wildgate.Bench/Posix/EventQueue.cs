using System.ComponentModel;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Wildgate.Bench.Posix;

/// <summary>
/// Level-triggered epoll. The sockets of .NET hand every completion to another thread; on the one core that load
/// and upstream share, this costs more than the work itself and would make them the bottleneck. A socket must be
/// removed before it is closed: closing alone leaves it in the queue, with its old key, as long as a child process
/// between fork and exec has a copy of it. Not thread-safe.
/// </summary>
internal sealed unsafe class EventQueue : IDisposable
{
    private const int Capacity = 256;

    // struct epoll_event is packed on x86-64 and nowhere else.
    private static readonly bool IsPacked = RuntimeInformation.ProcessArchitecture == Architecture.X64;
    private static readonly int EntryBytes = IsPacked ? 12 : 16;
    private static readonly int KeyOffset = IsPacked ? 4 : 8;

    private readonly SafeFileHandle _queue;
    private readonly byte[] _entries = GC.AllocateArray<byte>(Capacity * EntryBytes, pinned: true);

    public EventQueue()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new BenchException("The load generator uses epoll and needs Linux.");
        }

        var descriptor = LibC.EpollCreate(LibC.EpollCloseOnExec);
        _queue = new SafeFileHandle(descriptor, ownsHandle: true);
        if (descriptor < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "epoll_create1 failed");
        }
    }

    public void Add(Socket socket, int key, Readiness interest) => Control(LibC.EpollAdd, socket, key, interest);

    public void Change(Socket socket, int key, Readiness interest) => Control(LibC.EpollModify, socket, key, interest);

    public void Remove(Socket socket) => Control(LibC.EpollRemove, socket, 0, Readiness.None);

    /// <summary>Waits for the first ready socket; the number of entries to read, 0 after the timeout.</summary>
    public int Wait(TimeSpan timeout)
    {
        fixed (byte* entries = _entries)
        {
            var count = LibC.EpollWait(_queue, entries, Capacity, (int)Math.Ceiling(timeout.TotalMilliseconds));
            var error = count < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (error is not (0 or LibC.ErrorInterrupted))
            {
                throw new Win32Exception(error, "epoll_wait failed");
            }

            return Math.Max(0, count);
        }
    }

    /// <summary>Entry <paramref name="index"/> of the last <see cref="Wait"/>.</summary>
    public Readiness Entry(int index, out int key)
    {
        var entry = _entries.AsSpan(index * EntryBytes, EntryBytes);
        key = MemoryMarshal.Read<int>(entry[KeyOffset..]);
        return (Readiness)MemoryMarshal.Read<int>(entry);
    }

    public void Dispose() => _queue.Dispose();

    private void Control(int operation, Socket socket, int key, Readiness interest)
    {
        var entry = stackalloc byte[16];
        var bytes = new Span<byte>(entry, 16);
        bytes.Clear();
        MemoryMarshal.Write(bytes, (int)interest);
        MemoryMarshal.Write(bytes[KeyOffset..], key);
        if (LibC.EpollControl(_queue, operation, socket.SafeHandle, entry) < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "epoll_ctl failed");
        }
    }
}
