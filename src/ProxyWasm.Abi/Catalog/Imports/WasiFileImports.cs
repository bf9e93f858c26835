using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>WASI functions of file descriptors.</summary>
internal static class WasiFileImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Wasi("fd_write", "fd, iovs, iovs_count, written*"),
        Wasi("fd_pwrite", "fd, iovs, iovs_count, offset:i64, written*"),
        Wasi("fd_read", "fd, iovs, iovs_count, read*"),
        Wasi("fd_pread", "fd, iovs, iovs_count, offset:i64, read*"),
        Wasi("fd_seek", "fd, offset:i64, whence, position*"),
        Wasi("fd_tell", "fd, position*"),
        Wasi("fd_close", "fd"),
        Wasi("fd_fdstat_get", "fd, stat*"),
        Wasi("fd_fdstat_set_flags", "fd, flags"),
        Wasi("fd_fdstat_set_rights", "fd, rights_base:i64, rights_inheriting:i64"),
        Wasi("fd_advise", "fd, offset:i64, length:i64, advice"),
        Wasi("fd_allocate", "fd, offset:i64, length:i64"),
        Wasi("fd_datasync", "fd"),
        Wasi("fd_sync", "fd"),
        Wasi("fd_filestat_get", "fd, stat*"),
        Wasi("fd_filestat_set_size", "fd, size:i64"),
        Wasi("fd_filestat_set_times", "fd, accessed:i64, modified:i64, flags"),
        Wasi("fd_prestat_get", "fd, stat*"),
        Wasi("fd_prestat_dir_name", "fd, path*, path_size"),
        Wasi("fd_readdir", "fd, entries*, entries_size, cookie:i64, used*"),
        Wasi("fd_renumber", "fd, to"),
    ];
}
