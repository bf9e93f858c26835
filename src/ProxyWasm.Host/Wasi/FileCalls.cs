using ProxyWasm.Abi;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Wasi;

/// <summary>
/// File descriptors: only standard output and error exist; answers follow section 2.9 of the ABI reference.
/// </summary>
internal sealed class FileCalls(Vm vm)
{
    private const int StatBytes = 24;
    private const byte RightToWrite = 64;

    public void Define(HostcallRegistry registry)
    {
        registry.AddWasi<int, int, int, int>("fd_read", static (_, _, _, _) => (int)WasiErrno.NotImplemented);
        registry.AddWasi<int, int, int, long, int>("fd_pread", static (_, _, _, _, _) => (int)WasiErrno.NotImplemented);
        registry.AddWasi<int, long, int, int>("fd_seek", (_, _, _, _) => Unexpected("fd_seek"));
        registry.AddWasi<int>("fd_close", _ => Unexpected("fd_close"));
        registry.AddWasi<int, int>("fd_tell", Tell);
        registry.AddWasi<int, int>("fd_fdstat_get", GetStatus);
        registry.AddWasi<int, int>("fd_fdstat_set_flags", static (_, _) => (int)WasiErrno.NotImplemented);
        registry.AddWasi<int, long, long>("fd_fdstat_set_rights", static (fd, _, _) => IfConsole(fd));
        registry.AddWasi<int, long, long, int>("fd_advise", static (_, _, _, _) => (int)WasiErrno.Success);
        registry.AddWasi<int, long, long>("fd_allocate", static (fd, _, _) => IfConsole(fd));
        registry.AddWasi<int>("fd_datasync", IfConsole);
        registry.AddWasi<int>("fd_sync", IfConsole);
        registry.AddWasi<int, int>("fd_filestat_get", static (_, _) => (int)WasiErrno.BadFileDescriptor);
        registry.AddWasi<int, long>("fd_filestat_set_size", static (fd, _) => IfConsole(fd));
        registry.AddWasi<int, long, long, int>("fd_filestat_set_times", static (fd, _, _, _) => IfConsole(fd));
        registry.AddWasi<int, int>("fd_prestat_get", static (_, _) => (int)WasiErrno.BadFileDescriptor);
        registry.AddWasi<int, int, int>("fd_prestat_dir_name", static (_, _, _) => (int)WasiErrno.NotImplemented);
        registry.AddWasi<int, int, int, long, int>("fd_readdir", ReadDirectory);
        registry.AddWasi<int, int>("fd_renumber", Renumber);
    }

    private static bool IsConsole(int fd) => fd is ConsoleCalls.StandardOutput or ConsoleCalls.StandardError;

    private static int IfConsole(int fd) => (int)(IsConsole(fd) ? WasiErrno.Success : WasiErrno.BadFileDescriptor);

    private static int Renumber(int fd, int to) =>
        (int)(IsConsole(fd) && IsConsole(to) ? WasiErrno.NotSupported : WasiErrno.BadFileDescriptor);

    private int Unexpected(string name)
    {
        vm.Log.Write(LogLevel.Error, $"wasi {name}: there are no files here");
        return (int)WasiErrno.Success;
    }

    private int Tell(int fd, int offsetSlot)
    {
        if (!IsConsole(fd))
        {
            return (int)WasiErrno.BadFileDescriptor;
        }

        return (int)(vm.Memory.TryWriteUInt64(offsetSlot, 0) ? WasiErrno.Success : WasiErrno.Fault);
    }

    private int GetStatus(int fd, int statSlot)
    {
        if (!IsConsole(fd))
        {
            return (int)WasiErrno.BadFileDescriptor;
        }

        if (!vm.Memory.TryView(statSlot, StatBytes, out var stat))
        {
            return (int)WasiErrno.Fault;
        }

        stat.Clear();
        stat[8] = RightToWrite;
        return (int)WasiErrno.Success;
    }

    private int ReadDirectory(int fd, int buffer, int size, long cookie, int usedSlot) =>
        (int)(vm.Memory.TryWriteUInt32(usedSlot, 0) ? WasiErrno.Exists : WasiErrno.Fault);
}
