using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>
/// Makes plugins of small texts. <c>@"text"</c> stands for the address and the length of a constant; the functions of
/// <see cref="Prelude"/> are at hand.
/// </summary>
internal static partial class Wat
{
    // Results of calls go to the slots at 0x10 and 0x14, lines are built at 0x4000, constants lie from 0x400.
    private const string Prelude = """
          (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
          (import "env" "proxy_get_header_map_value" (func $get (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_get_header_map_pairs" (func $get_pairs (param i32 i32 i32) (result i32)))
          (import "env" "proxy_set_header_map_pairs" (func $set_pairs (param i32 i32 i32) (result i32)))
          (import "env" "proxy_add_header_map_value" (func $add (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_replace_header_map_value" (func $replace (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_remove_header_map_value" (func $remove (param i32 i32 i32) (result i32)))
          (import "env" "proxy_get_buffer_bytes" (func $get_buffer (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_set_buffer_bytes" (func $set_buffer (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_continue_stream" (func $continue (param i32) (result i32)))
          (import "env" "proxy_close_stream" (func $close (param i32) (result i32)))
          (import "env" "proxy_send_local_response"
            (func $respond (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_set_effective_context" (func $effective (param i32) (result i32)))
          (import "env" "proxy_get_property" (func $property (param i32 i32 i32 i32) (result i32)))

          (memory (export "memory") 4)
          (global $next_block (mut i32) (i32.const 0x10000))
          (global $line_end (mut i32) (i32.const 0))

          (func (export "malloc") (param $size i32) (result i32)
            (local $block i32)
            (local.set $block (global.get $next_block))
            (global.set $next_block (i32.add (local.get $block) (local.get $size)))
            (local.get $block))

          (func $say (param $text i32) (param $size i32)
            (drop (call $log (i32.const 2) (local.get $text) (local.get $size))))

          ;; "<label> <number>"
          (func $say_number (param $text i32) (param $size i32) (param $number i32)
            (call $begin_line (local.get $text) (local.get $size))
            (call $put_byte (i32.const 0x20))
            (call $put_digits (local.get $number))
            (call $end_line))

          ;; "<label> <status> <bytes>", the bytes only with status 0
          (func $say_result (param $text i32) (param $size i32) (param $status i32)
            (call $begin_line (local.get $text) (local.get $size))
            (call $put_byte (i32.const 0x20))
            (call $put_digits (local.get $status))
            (if (i32.eqz (local.get $status))
              (then
                (call $put_byte (i32.const 0x20))
                (call $put (i32.load (i32.const 0x10)) (i32.load (i32.const 0x14)))))
            (call $end_line))

          ;; "<label> <status> <body>"
          (func $say_body (param $text i32) (param $size i32) (param $type i32)
            (call $say_result (local.get $text) (local.get $size)
              (call $get_buffer (local.get $type) (i32.const 0) (i32.const -1) (i32.const 0x10) (i32.const 0x14))))

          (func $begin_line (param $text i32) (param $size i32)
            (global.set $line_end (i32.const 0x4000))
            (call $put (local.get $text) (local.get $size)))

          (func $put (param $text i32) (param $size i32)
            (memory.copy (global.get $line_end) (local.get $text) (local.get $size))
            (global.set $line_end (i32.add (global.get $line_end) (local.get $size))))

          (func $put_byte (param $byte i32)
            (i32.store8 (global.get $line_end) (local.get $byte))
            (global.set $line_end (i32.add (global.get $line_end) (i32.const 1))))

          (func $put_digits (param $number i32)
            (if (i32.ge_u (local.get $number) (i32.const 10))
              (then (call $put_digits (i32.div_u (local.get $number) (i32.const 10)))))
            (call $put_byte (i32.add (i32.const 0x30) (i32.rem_u (local.get $number) (i32.const 10)))))

          (func $end_line
            (drop (call $log (i32.const 2) (i32.const 0x4000) (i32.sub (global.get $line_end) (i32.const 0x4000)))))

        """;

    private const int ConstantsAt = 0x400;

    /// <summary>A plugin of the given functions.</summary>
    public static string Plugin(string functions, string marker = "proxy_abi_version_0_2_1", string imports = "")
    {
        var constants = new StringBuilder();
        var at = ConstantsAt;
        var expanded = Constant().Replace(functions, match =>
        {
            var text = match.Groups[1].Value;
            var size = text.Length - (2 * text.Count(static character => character == '\\'));
            constants.Append(CultureInfo.InvariantCulture, $"  (data (i32.const {at}) \"{text}\")\n");
            var reference = $"(i32.const {at}) (i32.const {size})";
            at += size;
            return reference;
        });
        return $"(module\n{imports}\n{Prelude}\n  (func (export \"{marker}\"))\n{constants}{expanded})";
    }

    /// <summary>A callback on headers or body, with the names <c>$id</c>, <c>$count</c> and <c>$end</c>.</summary>
    public static string Callback(string name, string instructions, string result = "(i32.const 0)") => $"""
          (func (export "proxy_on_{name}") (param $id i32) (param $count i32) (param $end i32) (result i32)
            {instructions}
            {result})

        """;

    /// <summary>A callback on trailers, with the names <c>$id</c> and <c>$count</c>.</summary>
    public static string Trailers(string name, string instructions, string result = "(i32.const 0)") => $"""
          (func (export "proxy_on_{name}_trailers") (param $id i32) (param $count i32) (result i32)
            {instructions}
            {result})

        """;

    /// <summary>A callback that has a context and nothing to answer.</summary>
    public static string Event(string name, string instructions) => $"""
          (func (export "proxy_on_{name}") (param $id i32)
            {instructions})

        """;

    /// <summary><c>proxy_on_done</c>, which does have an answer.</summary>
    public static string Done(string instructions) => $"""
          (func (export "proxy_on_done") (param $id i32) (result i32)
            {instructions}
            (i32.const 1))

        """;

    /// <summary>A callback with a context and a second number, such as <c>context_create</c>.</summary>
    public static string Create(string instructions) => $"""
          (func (export "proxy_on_context_create") (param $id i32) (param $parent i32)
            {instructions})

        """;

    /// <summary><c>vm_start</c> or <c>configure</c>.</summary>
    public static string Start(string name, string instructions, int result = 1) => $"""
          (func (export "proxy_on_{name}") (param $id i32) (param $size i32) (result i32)
            {instructions}
            (i32.const {result}))

        """;

    [GeneratedRegex("@\"([^\"]*)\"")]
    private static partial Regex Constant();
}
