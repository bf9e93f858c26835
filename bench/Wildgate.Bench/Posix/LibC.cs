using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Wildgate.Bench.Posix;

/// <summary>The calls of the C library that .NET has no name for.</summary>
internal static unsafe partial class LibC
{
    public const int SignalTerminate = 15;
    public const int ConfigClockTicks = 2;
    public const int EpollAdd = 1;
    public const int EpollRemove = 2;
    public const int EpollModify = 3;
    public const int EpollCloseOnExec = 0x80000;
    public const int ErrorInterrupted = 4;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "sysconf", SetLastError = true)]
    public static partial nint SystemConfiguration(int name);

    [LibraryImport("libc", EntryPoint = "epoll_create1", SetLastError = true)]
    public static partial int EpollCreate(int flags);

    [LibraryImport("libc", EntryPoint = "epoll_ctl", SetLastError = true)]
    public static partial int EpollControl(SafeFileHandle queue, int operation, SafeHandle file, byte* entry);

    [LibraryImport("libc", EntryPoint = "epoll_wait", SetLastError = true)]
    public static partial int EpollWait(SafeFileHandle queue, byte* entries, int capacity, int timeoutMilliseconds);
}
