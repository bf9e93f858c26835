namespace ProxyWasm.AspNetCore.Tests.Tcp;

/// <summary>Small TCP plugins in the text format.</summary>
internal static class ConnectionPlugins
{
    private const string Prelude = """
        (import "env" "proxy_set_buffer_bytes" (func $set (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_close_stream" (func $close (param i32) (result i32)))
        (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
        (import "env" "proxy_get_property" (func $property (param i32 i32 i32 i32) (result i32)))
        (memory (export "memory") 4)
        (func (export "proxy_abi_version_0_2_1"))
        (func (export "malloc") (param $size i32) (result i32) (i32.const 0x10000))
        (func (export "proxy_on_downstream_connection_close") (param i32 i32)
          (i32.store8 (i32.const 0x20) (i32.add (i32.const 48) (local.get 1)))
          (drop (call $log (i32.const 2) (i32.const 0x20) (i32.const 1))))
        (data (i32.const 0x400) "?!connection\00tls_version")
        """;

    /// <summary>Replaces what the client sends by a question mark, and what it gets by an exclamation mark.</summary>
    public static string Punctuation { get; } = Module("""
        (func (export "proxy_on_downstream_data") (param i32 i32 i32) (result i32)
          (if (local.get 1)
            (then (drop (call $set (i32.const 2) (i32.const 0) (i32.const -1) (i32.const 0x400) (i32.const 1)))))
          (i32.const 0))
        (func (export "proxy_on_upstream_data") (param i32 i32 i32) (result i32)
          (if (local.get 1)
            (then (drop (call $set (i32.const 3) (i32.const 0) (i32.const -1) (i32.const 0x401) (i32.const 1)))))
          (i32.const 0))
        """);

    /// <summary>Closes the connection with the second bytes of the client.</summary>
    public static string Closer { get; } = Module("""
        (global $count (mut i32) (i32.const 0))
        (func (export "proxy_on_downstream_data") (param i32 i32 i32) (result i32)
          (global.set $count (i32.add (global.get $count) (i32.const 1)))
          (if (i32.eq (global.get $count) (i32.const 2)) (then (drop (call $close (i32.const 2)))))
          (i32.const 0))
        """);

    /// <summary>Holds what the application sends for ever.</summary>
    public static string Hoarder { get; } = Module("""
        (func (export "proxy_on_upstream_data") (param i32 i32 i32) (result i32) (i32.const 1))
        """);

    private static string Module(string functions) => $"(module\n{Prelude}\n{functions})";
}
