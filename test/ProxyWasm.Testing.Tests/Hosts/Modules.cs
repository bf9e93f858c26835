using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Testing.Tests.Hosts;

/// <summary>Modules in the text format for tests of the host.</summary>
internal static class Modules
{
    private const string Imports = """
          (import "env" "proxy_http_call"
            (func $http_call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_grpc_call"
            (func $grpc_call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_grpc_stream"
            (func $grpc_stream (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_grpc_send" (func $grpc_send (param i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_set_tick_period_milliseconds" (func $tick (param i32) (result i32)))
          (import "env" "proxy_done" (func $done (result i32)))
          (import "env" "proxy_set_shared_data" (func $set_data (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_get_shared_data" (func $get_data (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_register_shared_queue" (func $register (param i32 i32 i32) (result i32)))
          (import "env" "proxy_enqueue_shared_queue" (func $enqueue (param i32 i32 i32) (result i32)))
          (import "env" "proxy_dequeue_shared_queue" (func $dequeue (param i32 i32 i32) (result i32)))
          (import "env" "proxy_define_metric" (func $define (param i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_increment_metric" (func $increment (param i32 i64) (result i32)))
          (import "env" "proxy_record_metric" (func $record (param i32 i64) (result i32)))
          (import "env" "proxy_get_current_time_nanoseconds" (func $now (param i32) (result i32)))
          (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
        """;

    // Two headers in wire form: the count, the sizes of each pair, then the texts with a NUL behind each.
    private const string CallHeaders = """
          (data (i32.const 0x3000) "\03\00\00\00" "\07\00\00\00\04\00\00\00" "\05\00\00\00\05\00\00\00"
            "\0a\00\00\00\04\00\00\00" ":method\00POST\00:path\00/uuid\00:authority\00auth\00")
          (global $held (mut i32) (i32.const 0))
          (func $call_auth (param $timeout i32) (result i32)
            (call $http_call @"auth" (i32.const 0x3000) (i32.const 69) @"ping" (i32.const 0) (i32.const 0)
              (local.get $timeout) (i32.const 0x20)))
        """;

    public static TestPlugin Plugin(string functions) =>
        TestPlugin.FromText("probe", Wat.Plugin(functions, imports: Imports));

    /// <summary>
    /// Pauses each request, calls <c>auth</c>, and goes on with the answer as the header <c>x-uuid</c>; logs the
    /// status.
    /// </summary>
    public static TestPlugin Calling(int timeoutMilliseconds = 1000) => Plugin(CallHeaders
        + Wat.Callback(
            "request_headers",
            $"""
            (global.set $held (local.get $id))
            (call $say_number @"called" (call $call_auth (i32.const {timeoutMilliseconds})))
            """,
            "(i32.const 1)")
        + """
          (func (export "proxy_on_http_call_response")
            (param $root i32) (param $token i32) (param $headers i32) (param $body i32) (param $trailers i32)
            (call $say_result @"status" (call $get
              (i32.const 6) @":status" (i32.const 0x10) (i32.const 0x14)))
            (drop (call $get_buffer
              (i32.const 4) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
            (drop (call $effective (global.get $held)))
            (drop (call $add (i32.const 0) @"x-uuid" (i32.load (i32.const 0x10)) (i32.load (i32.const 0x14))))
            (drop (call $continue (i32.const 0))))
        """);
}
