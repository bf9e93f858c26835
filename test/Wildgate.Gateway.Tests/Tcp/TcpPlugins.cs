namespace Wildgate.Gateway.Tests.Tcp;

/// <summary>Small TCP plugins in the text format.</summary>
internal static class TcpPlugins
{
    private const string Imports = """
        (import "env" "proxy_set_buffer_bytes" (func $set (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_get_buffer_bytes" (func $get (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_continue_stream" (func $continue (param i32) (result i32)))
        (import "env" "proxy_close_stream" (func $close (param i32) (result i32)))
        (import "env" "proxy_set_effective_context" (func $effective (param i32) (result i32)))
        (import "env" "proxy_set_tick_period_milliseconds" (func $tick (param i32) (result i32)))
        (import "env" "proxy_get_property" (func $property (param i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
        (memory (export "memory") 4)
        (global $heap (mut i32) (i32.const 0x10000))
        (func (export "proxy_abi_version_0_2_1"))
        (func (export "malloc") (param $size i32) (result i32)
          (global.set $heap (i32.const 0x10000))
          (global.get $heap))
        (data (i32.const 0x400) "<>!upstream\00port")
        """;

    /// <summary>Puts "&lt;" before and "&gt;" after whatever passes.</summary>
    public static string Brackets { get; } = Module("""
        (func $bracket (param $buffer i32)
          (drop (call $set (local.get $buffer) (i32.const 0) (i32.const 0) (i32.const 0x400) (i32.const 1)))
          (drop (call $set (local.get $buffer) (i32.const -1) (i32.const 0) (i32.const 0x401) (i32.const 1))))
        (func (export "proxy_on_downstream_data") (param i32 i32 i32) (result i32)
          (if (local.get 1) (then (call $bracket (i32.const 2))))
          (i32.const 0))
        (func (export "proxy_on_upstream_data") (param i32 i32 i32) (result i32)
          (if (local.get 1) (then (call $bracket (i32.const 3))))
          (i32.const 0))
        """);

    /// <summary>Looks at everything and changes nothing.</summary>
    public static string Observer { get; } = Module("""
        (func (export "proxy_on_downstream_data") (param i32 i32 i32) (result i32) (i32.const 0))
        (func (export "proxy_on_upstream_data") (param i32 i32 i32) (result i32) (i32.const 0))
        """);

    /// <summary>Pauses what the client sends until there are six bytes.</summary>
    public static string Collector { get; } = Module("""
        (func (export "proxy_on_downstream_data") (param i32 i32 i32) (result i32)
          (i32.lt_u (local.get 1) (i32.const 6)))
        """);

    /// <summary>Pauses new connections; a tick every 20 ms resumes the last one when a second tick has come.</summary>
    public static string Doorkeeper { get; } = Module("""
        (global $held (mut i32) (i32.const 0))
        (global $ticks (mut i32) (i32.const 0))
        (func (export "proxy_on_configure") (param i32 i32) (result i32)
          (drop (call $tick (i32.const 20)))
          (i32.const 1))
        (func (export "proxy_on_tick") (param i32)
          (global.set $ticks (i32.add (global.get $ticks) (i32.const 1)))
          (if (i32.and (i32.ne (global.get $held) (i32.const 0)) (i32.gt_u (global.get $ticks) (i32.const 2)))
            (then
              (drop (call $effective (global.get $held)))
              (drop (call $log (i32.const 2) (i32.const 0x402) (i32.const 1)))
              (drop (call $continue (i32.const 2)))
              (global.set $held (i32.const 0)))))
        (func (export "proxy_on_new_connection") (param i32) (result i32)
          (global.set $ticks (i32.const 0))
          (global.set $held (local.get 0))
          (i32.const 1))
        """);

    /// <summary>Pauses new connections and never resumes them.</summary>
    public static string Wall { get; } = Module("""
        (func (export "proxy_on_new_connection") (param i32) (result i32) (i32.const 1))
        """);

    /// <summary>Closes the connection when the upstream has sent something; the bytes do not pass.</summary>
    public static string Closer { get; } = Module("""
        (func (export "proxy_on_upstream_data") (param i32 i32 i32) (result i32)
          (drop (call $close (i32.const 2)))
          (i32.const 0))
        """);

    /// <summary>Fails when the client sends something.</summary>
    public static string Fragile { get; } = Module("""
        (func (export "proxy_on_downstream_data") (param i32 i32 i32) (result i32) unreachable)
        """);

    /// <summary>Logs a number for each peer type with which a connection is closed.</summary>
    public static string Witness { get; } = Module("""
        (func (export "proxy_on_downstream_connection_close") (param i32 i32)
          (i32.store8 (i32.const 0x20) (i32.add (i32.const 48) (local.get 1)))
          (drop (call $log (i32.const 2) (i32.const 0x20) (i32.const 1))))
        """);

    /// <summary>Replaces what the upstream sends by the two low bytes of the property <c>upstream.port</c>.</summary>
    public static string Informer { get; } = Module("""
        (func (export "proxy_on_upstream_data") (param i32 i32 i32) (result i32)
          (if (local.get 1)
            (then
              (drop (call $property (i32.const 0x403) (i32.const 13) (i32.const 0x10) (i32.const 0x14)))
              (drop (call $set (i32.const 3) (i32.const 0) (i32.const -1) (i32.load (i32.const 0x10)) (i32.const 2)))))
          (i32.const 0))
        """);

    private static string Module(string functions) => $"(module\n{Imports}\n{functions})";
}
