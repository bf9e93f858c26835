using System.Globalization;
using System.Text;
using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>
/// Writes modules in text form that make calls and log what they hear. Each callback about a call logs one line; what a
/// callback does beside is given by the test.
/// </summary>
internal sealed class CallingModule
{
    private const int FirstData = 8192;

    private const string Prelude =
        """
        (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
        (import "env" "proxy_http_call"
          (func $http_call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_grpc_call"
          (func $grpc_call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_grpc_stream"
          (func $grpc_stream (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_grpc_send" (func $grpc_send (param i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_grpc_close" (func $grpc_close (param i32) (result i32)))
        (import "env" "proxy_grpc_cancel" (func $grpc_cancel (param i32) (result i32)))
        (import "env" "proxy_get_status" (func $get_status (param i32 i32 i32) (result i32)))
        (import "env" "proxy_get_buffer_bytes" (func $get_buffer (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_get_header_map_value" (func $get_header (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_set_effective_context" (func $set_effective_context (param i32) (result i32)))
        (import "env" "proxy_continue_stream" (func $continue_stream (param i32) (result i32)))
        (memory (export "memory") 8)
        (func (export "proxy_abi_version_0_2_1"))

        ;; 0: token, 8: address, 12: size, 16: code; a line of text grows from 1024; blocks of the host from 131072.
        (global $line (mut i32) (i32.const 1024))
        (global $heap (mut i32) (i32.const 131072))
        (global $stream (mut i32) (i32.const 0))
        (global $count (mut i32) (i32.const 0))
        (func (export "malloc") (param $size i32) (result i32)
          (local $at i32)
          (local.set $at (global.get $heap))
          (global.set $heap (i32.add (global.get $heap) (local.get $size)))
          (if (i32.gt_u (global.get $heap) (i32.const 524288))
            (then (local.set $at (i32.const 131072))
                  (global.set $heap (i32.add (i32.const 131072) (local.get $size)))))
          (local.get $at))
        (func $put (param $at i32) (param $size i32)
          (memory.copy (global.get $line) (local.get $at) (local.get $size))
          (global.set $line (i32.add (global.get $line) (local.get $size))))
        (func $char (param $c i32)
          (i32.store8 (global.get $line) (local.get $c))
          (global.set $line (i32.add (global.get $line) (i32.const 1))))
        (func $digits (param $n i32)
          (if (i32.ge_u (local.get $n) (i32.const 10))
            (then (call $digits (i32.div_u (local.get $n) (i32.const 10)))))
          (call $char (i32.add (i32.const 48) (i32.rem_u (local.get $n) (i32.const 10)))))
        (func $number (param $n i32)
          (call $char (i32.const 32))
          (call $digits (local.get $n)))
        (func $flush
          (drop (call $log (i32.const 2) (i32.const 1024) (i32.sub (global.get $line) (i32.const 1024))))
          (global.set $line (i32.const 1024)))

        ;; What came: a value, or ! and the status.
        (func $result (param $status i32)
          (call $char (i32.const 32))
          (if (local.get $status)
            (then (call $char (i32.const 33)) (call $digits (local.get $status)))
            (else (call $put (i32.load (i32.const 8)) (i32.load (i32.const 12))))))
        (func $header (param $map i32) (param $name i32) (param $size i32)
          (call $result (call $get_header
            (local.get $map) (local.get $name) (local.get $size) (i32.const 8) (i32.const 12))))
        (func $buffer (param $type i32)
          (call $result (call $get_buffer
            (local.get $type) (i32.const 0) (i32.const 512) (i32.const 8) (i32.const 12))))
        (func $status
          (local $answer i32)
          (local.set $answer (call $get_status (i32.const 16) (i32.const 8) (i32.const 12)))
          (call $number (i32.load (i32.const 16)))
          (call $result (local.get $answer)))
        """;

    private readonly List<string> _imports = [];
    private readonly List<string> _data = [];
    private readonly List<string> _functions = [];
    private readonly Dictionary<string, string> _then = [];
    private int _end = FirstData;
    private string? _built;

    /// <summary>Puts text into the module's memory; gives its address and size as two operands.</summary>
    public string Text(string text) => Bytes(Encoding.Latin1.GetBytes(text));

    public string Bytes(ReadOnlySpan<byte> bytes)
    {
        var at = _end;
        var segment = new StringBuilder();
        foreach (var b in bytes)
        {
            segment.Append(CultureInfo.InvariantCulture, $"\\{b:x2}");
        }

        _data.Add($"(data (i32.const {at}) \"{segment}\")");
        _end += bytes.Length;
        return $"(i32.const {at}) (i32.const {bytes.Length})";
    }

    public string Pairs(params (string Name, string Value)[] pairs)
    {
        var size = pairs.Sum(pair => 10 + pair.Name.Length + pair.Value.Length) + 4;
        var bytes = new byte[size];
        var writer = new HeaderPairsWriter(bytes, pairs.Length);
        foreach (var (name, value) in pairs)
        {
            writer.Add(Encoding.Latin1.GetBytes(name), Encoding.Latin1.GetBytes(value));
        }

        writer.Complete();
        return Bytes(bytes);
    }

    /// <summary>An expression that makes an HTTP call; its value is the status.</summary>
    public string HttpCall(
        string cluster,
        string path = "/",
        string method = "GET",
        string body = "",
        uint timeout = 0,
        params (string Name, string Value)[] headers) => HttpCall(
            cluster,
            [(":method", method), (":path", path), (":authority", "upstream.test"), .. headers],
            body,
            timeout);

    public string HttpCall(
        string cluster,
        (string Name, string Value)[] headers,
        string body = "",
        uint timeout = 0,
        string trailers = "(i32.const 0) (i32.const 0)",
        string slot = "(i32.const 0)") =>
        $"(call $http_call {Text(cluster)} {Pairs(headers)} {Text(body)} {trailers} (i32.const {timeout}) {slot})";

    /// <summary>An expression that makes a unary gRPC call; its value is the status.</summary>
    public string GrpcCall(string upstream, string text, uint timeout = 0) =>
        $"""
         (call $grpc_call {upstream} {Text("greeting.Greeter")} {Text("Hello")} {Pairs(("x-from", "a plugin"))}
           {Greeting(text)} (i32.const {timeout}) (i32.const 0))
         """;

    /// <summary>An expression that opens a gRPC stream; its value is the status.</summary>
    public string GrpcStream(string cluster) =>
        $"""
         (call $grpc_stream {Text(cluster)} {Text("greeting.Greeter")} {Text("Chat")} (i32.const 0) (i32.const 0)
           (i32.const 0))
         """;

    /// <summary>A serialised greeting, as two operands.</summary>
    public string Greeting(string text) => Bytes([0x0A, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)]);

    /// <summary>Instructions that log a line with a status, for example of a call.</summary>
    public string LogStatus(string word, string expression) =>
        $"(call $put {Text(word)}) (call $number {expression}) (call $number (i32.load (i32.const 0))) (call $flush)";

    /// <summary>Instructions that log a word.</summary>
    public string LogWord(string word) => $"(call $put {Text(word)}) (call $flush)";

    /// <summary>Adds an import of a host function.</summary>
    public void Import(string name, string declaration) =>
        _imports.Add($"(import \"env\" \"{name}\" (func {declaration}))");

    /// <summary>Adds an export, function and all.</summary>
    public CallingModule Export(string name, string parametersAndBody)
    {
        _functions.Add($"(func (export \"{name}\") {parametersAndBody})");
        return this;
    }

    /// <summary>Runs instructions while the plugin is being configured.</summary>
    public CallingModule OnConfigure(string instructions) =>
        Export("proxy_on_configure", $"(param i32 i32) (result i32) {instructions} (i32.const 1)");

    /// <summary>Runs instructions after a callback about a call has been logged.</summary>
    public CallingModule Then(string callback, string instructions)
    {
        _then[callback] = instructions;
        return this;
    }

    /// <summary>The finished text; nothing can be added afterwards.</summary>
    public string Build() => _built ??= Assemble();

    private string Assemble()
    {
        AddReporters();
        return $"(module\n{string.Join('\n', [.. _imports, Prelude, .. _functions, .. _data])})";
    }

    private void AddReporters()
    {
        Report(
            "proxy_on_http_call_response",
            "http",
            "(param $root i32) (param $token i32) (param $headers i32) (param $size i32) (param $trailers i32)",
            "(call $number (local.get $headers)) (call $number (local.get $size)) (call $number (local.get $trailers))"
            + $" (call $header (i32.const 6) {Text(":status")}) (call $status) (call $buffer (i32.const 4))");
        ReportGrpc(
            "proxy_on_grpc_receive_initial_metadata", "initial", $"(call $header (i32.const 4) {Text("x-initial")})");
        ReportGrpc("proxy_on_grpc_receive", "receive", "(call $status) (call $buffer (i32.const 5))");
        ReportGrpc(
            "proxy_on_grpc_receive_trailing_metadata",
            "trailing",
            $"(call $header (i32.const 5) {Text("x-trailing")})");
        ReportGrpc("proxy_on_grpc_close", "close", "(call $status)");
    }

    private void ReportGrpc(string callback, string word, string details) => Report(
        callback,
        word,
        "(param $root i32) (param $token i32) (param $value i32)",
        $"(call $number (local.get $value)) {details}");

    private void Report(string callback, string word, string parameters, string details) => Export(
        callback,
        $"""
         {parameters}
         (call $put {Text(word)}) (call $number (local.get $root)) (call $number (local.get $token))
         {details} (call $flush)
         {_then.GetValueOrDefault(callback, "")}
         """);
}
