using System.Collections.Immutable;
using static ProxyWasm.Abi.Catalog.HostFunction;

namespace ProxyWasm.Abi.Catalog.Imports;

/// <summary>WASI functions of the file system.</summary>
internal static class WasiPathImports
{
    public static ImmutableArray<HostFunction> All { get; } =
    [
        Wasi(
            "path_open",
            "fd, lookup_flags, path, path_size, open_flags, rights_base:i64, rights_inheriting:i64, fd_flags, opened*"),
        Wasi("path_filestat_get", "fd, lookup_flags, path, path_size, stat*"),
        Wasi("path_filestat_set_times", "fd, lookup_flags, path, path_size, accessed:i64, modified:i64, flags"),
        Wasi("path_create_directory", "fd, path, path_size"),
        Wasi("path_remove_directory", "fd, path, path_size"),
        Wasi("path_unlink_file", "fd, path, path_size"),
        Wasi("path_readlink", "fd, path, path_size, target*, target_size, used*"),
        Wasi("path_rename", "fd, path, path_size, new_fd, new_path, new_path_size"),
        // WASI's own parameters. Envoy declares one less of path_link and one less of path_symlink, by mistake.
        Wasi("path_link", "fd, lookup_flags, path, path_size, new_fd, new_path, new_path_size"),
        Wasi("path_symlink", "target, target_size, fd, path, path_size"),
    ];
}
