using ProxyWasm.Abi;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Wasi;

/// <summary>Paths: there is no file system.</summary>
internal sealed class PathCalls(Vm vm)
{
    private const int NotSupported = (int)WasiErrno.NotSupported;

    public void Define(HostcallRegistry registry)
    {
        registry.AddWasi<int, int, int, int, int, long, long, int, int>(
            "path_open", static (_, _, _, _, _, _, _, _, _) => (int)WasiErrno.NoEntry);
        registry.AddWasi<int, int, int, int, int>("path_filestat_get", static (_, _, _, _, _) => NotSupported);
        registry.AddWasi<int, int, int>("path_create_directory", static (_, _, _) => NotSupported);
        registry.AddWasi<int, int, int>("path_remove_directory", static (_, _, _) => NotSupported);
        registry.AddWasi<int, int, int>("path_unlink_file", static (_, _, _) => NotSupported);
        registry.AddWasi<int, int, int, int, long, long, int>(
            "path_filestat_set_times", static (_, _, _, _, _, _, _) => NotSupported);
        registry.AddWasi<int, int, int, int, int, int>("path_readlink", ReadLink);
        registry.AddWasi<int, int, int, int, int, int>("path_rename", static (_, _, _, _, _, _) => NotSupported);
        registry.AddWasi<int, int, int, int, int, int, int>("path_link", static (_, _, _, _, _, _, _) => NotSupported);
        registry.AddWasi<int, int, int, int, int>("path_symlink", static (_, _, _, _, _) => NotSupported);
    }

    private int ReadLink(int fd, int path, int pathSize, int buffer, int bufferSize, int usedSlot) =>
        vm.Memory.TryWriteUInt32(usedSlot, 0) ? NotSupported : (int)WasiErrno.Fault;
}
