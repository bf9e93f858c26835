using Wasmtime;

namespace Wildgate.Cli.Tests.Support;

/// <summary>Small plugins, in the text format.</summary>
internal static class TestPlugins
{
    public const string Marker = "(func (export \"proxy_abi_version_0_2_1\"))";

    public const string Allocator = """
        (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 8192))
        """;

    public const string Memory = "(memory (export \"memory\") 1)";

    /// <summary>Logs both configurations, its root id and its environment.</summary>
    public static string Describing { get; } = """
        (module
          (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
          (import "env" "proxy_get_buffer_bytes" (func $buffer (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_get_property" (func $property (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "environ_sizes_get" (func $sizes (param i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "environ_get" (func $environ (param i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 16) "plugin_root_id")
          (data (i32.const 32) "traced")
          (data (i32.const 48) "failed")
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "malloc") (param i32) (result i32) (i32.const 8192))
          (func $say (param $level i32)
            (drop (call $log (local.get $level) (i32.load (i32.const 0)) (i32.load (i32.const 4)))))
          (func (export "proxy_on_vm_start") (param i32 i32) (result i32)
            (drop (call $buffer (i32.const 6) (i32.const 0) (local.get 1) (i32.const 0) (i32.const 4)))
            (call $say (i32.const 2))
            (i32.const 1))
          (func (export "proxy_on_configure") (param i32 i32) (result i32)
            (drop (call $buffer (i32.const 7) (i32.const 0) (local.get 1) (i32.const 0) (i32.const 4)))
            (call $say (i32.const 2))
            (drop (call $property (i32.const 16) (i32.const 14) (i32.const 0) (i32.const 4)))
            (call $say (i32.const 3))
            (drop (call $sizes (i32.const 0) (i32.const 4)))
            (drop (call $environ (i32.const 2048) (i32.const 4096)))
            (i32.store (i32.const 0) (i32.const 4096))
            (call $say (i32.const 2))
            (drop (call $log (i32.const 0) (i32.const 32) (i32.const 6)))
            (i32.const 1))
          (func (export "proxy_on_request_headers") (param i32 i32 i32) (result i32)
            (drop (call $log (i32.const 4) (i32.const 48) (i32.const 6)))
            (i32.const 0)))
        """;

    public static string Trapping { get; } = With(
        "(func (export \"proxy_on_request_headers\") (param i32 i32 i32) (result i32) unreachable)");

    /// <summary>A plugin that starts, with further fields.</summary>
    public static string With(string fields) => $"(module {Memory} {Marker} {Allocator} {fields})";

    public static byte[] Binary(string text) => Module.ConvertText(text);
}
