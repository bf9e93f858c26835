using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ProxyWasm.AspNetCore.Tests.Serving;

/// <summary>
/// Makes plugins out of a few lines of WebAssembly text. A text in single quotes stands for its address and its length
/// (<c>\hh</c> is a byte); what the host answers lies at the address in $at with the size in $size.
/// </summary>
internal static partial class Wat
{
    private const int FirstText = 256;

    private const string Prelude = """
        (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
        (import "env" "proxy_get_header_map_value" (func $get (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_add_header_map_value" (func $add (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_replace_header_map_value" (func $replace (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_remove_header_map_value" (func $remove (param i32 i32 i32) (result i32)))
        (import "env" "proxy_set_header_map_pairs" (func $set_pairs (param i32 i32 i32) (result i32)))
        (import "env" "proxy_get_buffer_bytes" (func $get_body (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_set_buffer_bytes" (func $set_body (param i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_get_property" (func $get_property (param i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_set_property" (func $set_property (param i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_send_local_response"
          (func $send (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
        (import "env" "proxy_continue_stream" (func $continue (param i32) (result i32)))
        (import "env" "proxy_close_stream" (func $close (param i32) (result i32)))
        (import "env" "proxy_set_effective_context" (func $effective (param i32) (result i32)))
        (memory (export "memory") 2)
        (func (export "proxy_abi_version_0_2_1"))
        ;; One block for all answers: an answer lives until the next one.
        (func (export "proxy_on_memory_allocate") (param $size i32) (result i32)
          (local $missing i32)
          (local.set $missing (i32.sub
            (i32.shr_u (i32.add (local.get $size) (i32.const 131071)) (i32.const 16)) (memory.size)))
          (if (i32.gt_s (local.get $missing) (i32.const 0))
            (then (drop (memory.grow (local.get $missing)))))
          (i32.const 65536))
        (func $at (result i32) (i32.load (i32.const 0)))
        (func $size (result i32) (i32.load (i32.const 4)))
        (func $request (param i32 i32) (result i32)
          (call $get (i32.const 0) (local.get 0) (local.get 1) (i32.const 0) (i32.const 4)))
        (func $response (param i32 i32) (result i32)
          (call $get (i32.const 2) (local.get 0) (local.get 1) (i32.const 0) (i32.const 4)))
        (func $property (param i32 i32) (result i32)
          (call $get_property (local.get 0) (local.get 1) (i32.const 0) (i32.const 4)))
        (func $answer (param $status i32) (param i32 i32)
          (drop (call $send (local.get $status) (i32.const 0) (i32.const 0)
            (local.get 1) (local.get 2) (i32.const 0) (i32.const 0) (i32.const -1))))
        (func $say (param i32 i32) (drop (call $log (i32.const 2) (local.get 0) (local.get 1))))

        """;

    /// <summary>A module with the given functions.</summary>
    public static string Plugin(params string[] functions)
    {
        var texts = new StringBuilder();
        var next = FirstText;
        var body = Quoted().Replace(string.Concat(functions), match =>
        {
            var text = match.Groups[1].Value;
            var length = Escape().Replace(text, "?").Length;
            var place = string.Create(CultureInfo.InvariantCulture, $"(i32.const {next}) (i32.const {length})");
            texts.Append(CultureInfo.InvariantCulture, $"(data (i32.const {next}) \"{text}\")\n");
            next += length;
            return place;
        });
        return $"(module\n{Prelude}\n{texts}\n{body})";
    }

    /// <summary><c>proxy_on_request_headers</c> with parameters $context, $count and $end.</summary>
    public static string RequestHeaders(string body) => Callback("proxy_on_request_headers", "$count", body);

    public static string ResponseHeaders(string body) => Callback("proxy_on_response_headers", "$count", body);

    /// <summary><c>proxy_on_request_body</c> with parameters $context, $length and $end.</summary>
    public static string RequestBody(string body) => Callback("proxy_on_request_body", "$length", body);

    public static string ResponseBody(string body) => Callback("proxy_on_response_body", "$length", body);

    public static string RequestTrailers(string body) => Trailers("proxy_on_request_trailers", body);

    public static string ResponseTrailers(string body) => Trailers("proxy_on_response_trailers", body);

    /// <summary>Headers in the wire form of the ABI, as a text in single quotes.</summary>
    public static string Pairs(params (string Name, string Value)[] pairs)
    {
        var bytes = new List<byte>();
        bytes.AddRange(BitConverter.GetBytes(pairs.Length));
        foreach (var (name, value) in pairs)
        {
            bytes.AddRange(BitConverter.GetBytes(name.Length));
            bytes.AddRange(BitConverter.GetBytes(value.Length));
        }

        foreach (var (name, value) in pairs)
        {
            bytes.AddRange(Encoding.Latin1.GetBytes($"{name}\0{value}\0"));
        }

        return $"'{string.Concat(bytes.Select(value => $"\\{value:x2}"))}'";
    }

    private static string Callback(string export, string second, string body) =>
        $"(func (export \"{export}\") (param $context i32) (param {second} i32) (param $end i32) (result i32)\n{body})\n";

    private static string Trailers(string export, string body) =>
        $"(func (export \"{export}\") (param $context i32) (param $count i32) (result i32)\n{body})\n";

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\\[0-9a-f]{2}")]
    private static partial Regex Escape();
}
