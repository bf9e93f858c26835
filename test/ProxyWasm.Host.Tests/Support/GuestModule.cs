namespace ProxyWasm.Host.Tests.Support;

/// <summary>
/// Small guest modules in the text format. The prelude logs numbers (<c>$n</c>, <c>$n64</c>) and bytes (<c>$b</c>), one
/// record each, so that a test compares a list of records.
/// </summary>
internal static class GuestModule
{
    private const string Prelude = """
        (memory (export "memory") 64)
        (global $heap (mut i32) (i32.const 0x100000))
        (func (export "proxy_abi_version_0_2_1"))
        (func (export "proxy_on_memory_allocate") (param $size i32) (result i32)
          (local $block i32)
          (if (i32.gt_u (i32.add (global.get $heap) (local.get $size)) (i32.const 0x400000))
            (then (global.set $heap (i32.const 0x100000))))
          (local.set $block (global.get $heap))
          (global.set $heap (i32.add (local.get $block) (local.get $size)))
          (local.get $block))
        (func $b (param $at i32) (param $size i32)
          (drop (call $log (i32.const 2) (local.get $at) (local.get $size))))
        (func $n (param $value i32) (call $n64 (i64.extend_i32_u (local.get $value))))
        (func $n64 (param $value i64)
          (local $at i32)
          (local.set $at (i32.const 0xff0))
          (loop $digits
            (local.set $at (i32.sub (local.get $at) (i32.const 1)))
            (i32.store8 (local.get $at)
              (i32.add (i32.const 48) (i32.wrap_i64 (i64.rem_u (local.get $value) (i64.const 10)))))
            (local.set $value (i64.div_u (local.get $value) (i64.const 10)))
            (br_if $digits (i64.ne (local.get $value) (i64.const 0))))
          (call $b (local.get $at) (i32.sub (i32.const 0xff0) (local.get $at))))
        ;; The bytes whose address and size are at 0x10 and 0x14.
        (func $slots (call $b (i32.load (i32.const 0x10)) (i32.load (i32.const 0x14))))
        """;

    private const string Imports = """
        (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
        (import "env" "proxy_set_tick_period_milliseconds" (func $tick (param i32) (result i32)))
        (import "env" "proxy_done" (func $done (result i32)))
        (import "env" "proxy_get_shared_data" (func $get (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_set_shared_data" (func $set (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_register_shared_queue" (func $register (param i32 i32 i32) (result i32)))
        (import "env" "proxy_resolve_shared_queue" (func $resolve (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_enqueue_shared_queue" (func $enqueue (param i32 i32 i32) (result i32)))
        (import "env" "proxy_dequeue_shared_queue" (func $dequeue (param i32 i32 i32) (result i32)))
        (import "env" "proxy_define_metric" (func $define (param i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_increment_metric" (func $increment (param i32 i64) (result i32)))
        (import "env" "proxy_record_metric" (func $record (param i32 i64) (result i32)))
        (import "env" "proxy_get_metric" (func $metric (param i32 i32) (result i32)))
        (import "env" "proxy_get_buffer_bytes" (func $buffer (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_get_property" (func $property (param i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_set_property" (func $set_property (param i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_call_foreign_function" (func $call (param i32 i32 i32 i32 i32 i32) (result i32)))
        """;

    /// <summary>A module with all imports that the tests use.</summary>
    public static string Text(string body) => $"(module\n{Imports}\n{Prelude}\n{body}\n)";

    /// <summary>A module that runs <paramref name="code"/> while it is configured.</summary>
    public static string Configure(string code, string body = "") => Text(
        $"""
        {body}
        (func (export "proxy_on_configure") (param $root i32) (param $size i32) (result i32)
          {code}
          (i32.const 1))
        """);

    /// <summary>Definition of a callback for request headers that runs <paramref name="code"/> and continues.</summary>
    public static string OnRequest(string code) =>
        $"""
        (func (export "proxy_on_request_headers") (param $stream i32) (param $count i32) (param $end i32) (result i32)
          {code}
          (i32.const 0))
        """;

    /// <summary>Definition of a callback for ticks.</summary>
    public static string OnTick(string code) => $"""(func (export "proxy_on_tick") (param $root i32) {code})""";
}
