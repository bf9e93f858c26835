using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Abi.Catalog;

namespace ProxyWasm.Host.Tests.Isolation;

/// <summary>
/// A guest that imports every function of the catalogue and exports every callback. Each callback carries out the next
/// calls of the list it was given, as configuration or as a chunk of a request body, from its start after the end.
/// </summary>
internal static class DrivenModule
{
    public const int MemoryBytes = Pages * 0x10000;

    /// <summary>Foreign function that hears how many calls were made: 4 bytes.</summary>
    public const string Tally = "executed";

    public const int MaxProgramBytes = 0x80000;

    private const int Pages = 32;
    private const int MaxPages = 48;
    private const int CallsPerCallback = 24;
    private const int Program = 0x20000;
    private const int Heap = 0x100000;

    public static string Text(AbiVersion version)
    {
        var functions = AbiCatalog.HostFunctions;
        var text = new StringBuilder("(module\n");
        for (var i = 0; i < functions.Length; i++)
        {
            // Both names of the WASI module occur.
            var module = functions[i].Modules[i % functions[i].Modules.Length];
            var name = functions[i].Name;
            text.Append($"""(import "{module}" "{name}" (func ${name} {Type(functions[i])}))""").Append('\n');
        }

        text.Append(Body(functions.Length)).Append($"""(func (export "{Marker(version)}"))""");
        foreach (var function in functions)
        {
            text.Append(Caller(function));
        }

        var names = functions.Select(function => $"$call_{function.Name}");
        text.Append($"(table funcref (elem {string.Join(' ', names)}))\n");
        text.Append($"(data $texts \"{string.Concat(GuestTexts.All.Select(value => $"\\{value:x2}"))}\")\n");
        foreach (var callback in AbiCatalog.Callbacks.Where(callback => callback.Kind == CallbackKind.Event))
        {
            text.Append(callback.TryGetSignature(version, out var type) ? Export(callback.Name, type) : "");
        }

        return text.Append(')').ToString();
    }

    private static string Marker(AbiVersion version) =>
        AbiMarker.All.First(marker => marker.Version == version).Name;

    private static string Type(HostFunction function)
    {
        var parameters = string.Concat(function.Signature.Parameters.Select(parameter => $" {Type(parameter.Kind)}"));
        return $"(param{parameters}) {(function.Signature.Result is { } result ? $"(result {Type(result)})" : "")}";
    }

    private static string Type(WasmValueKind kind) => kind == WasmValueKind.I64 ? "i64" : "i32";

    private static string Caller(HostFunction function)
    {
        var arguments = function.Signature.Parameters.Select((parameter, i) =>
            $"({Type(parameter.Kind)}.load offset={CallProgram.ArgumentsOffset + (i * sizeof(long))} (local.get $at))");
        var call = $"(call ${function.Name} {string.Join(' ', arguments)})";
        var statement = function.Signature.Result is null ? call : $"(drop {call})";
        return $"(func $call_{function.Name} (param $at i32) {statement})\n";
    }

    private static string Export(string name, WasmSignature type)
    {
        var parameters = string.Concat(type.Parameters.Select(static _ => " i32"));
        var load = name switch
        {
            "proxy_on_configure" => $"(call $load (i32.const {(int)BufferType.PluginConfiguration}))",
            "proxy_on_request_body" => $"(call $load (i32.const {(int)BufferType.HttpRequestBody}))",
            _ => "",
        };
        var end = name switch
        {
            "proxy_on_vm_start" or "proxy_on_configure" => "drop (i32.const 1)",
            _ => type.Result is null ? "drop" : "",
        };
        var result = type.Result is null ? "" : "(result i32)";
        return $"""(func (export "{name}") (param{parameters}) {result} {load} (call $run) {end})""" + "\n";
    }

    private static string Body(int functions) => $$"""
        (memory (export "memory") {{Pages}} {{MaxPages}})
        (type $caller (func (param i32)))
        (global $heap (mut i32) (i32.const {{Heap}}))
        (global $blocks (mut i32) (i32.const 0))
        (global $count (mut i32) (i32.const 0))
        (global $cursor (mut i32) (i32.const 0))
        (global $done (mut i32) (i32.const 0))
        (func (export "malloc") (param $size i32) (result i32)
          (local $block i32)
          (global.set $blocks (i32.add (global.get $blocks) (i32.const 1)))
          (if (i32.eqz (i32.rem_u (global.get $blocks) (i32.const 64)))
            (then (drop (memory.grow (i32.const 1)))))
          (if (i32.gt_u (local.get $size) (i32.const {{MaxProgramBytes}}))
            (then (return (i32.const 0))))
          (if (i32.gt_u (i32.add (global.get $heap) (local.get $size)) (i32.const {{MemoryBytes}}))
            (then (global.set $heap (i32.const {{Heap}}))))
          (local.set $block (global.get $heap))
          (global.set $heap (i32.add (local.get $block) (local.get $size)))
          (local.get $block))
        (func $load (param $buffer i32)
          (local $size i32)
          (if (call $proxy_get_buffer_bytes
                (local.get $buffer) (i32.const 0) (i32.const -1) (i32.const 16) (i32.const 20))
            (then (return)))
          (local.set $size (i32.load (i32.const 20)))
          (if (i32.or (i32.lt_u (local.get $size) (i32.const {{CallProgram.CallBytes}}))
                (i32.gt_u (local.get $size) (i32.const {{MaxProgramBytes}})))
            (then (return)))
          (memory.copy (i32.const {{Program}}) (i32.load (i32.const 16)) (local.get $size))
          (global.set $cursor (i32.const 0))
          (global.set $count (i32.div_u (local.get $size) (i32.const {{CallProgram.CallBytes}}))))
        (func $run (result i32)
          (local $left i32) (local $at i32)
          (if (i32.eqz (global.get $count)) (then (return (i32.const 0))))
          (memory.init $texts (i32.const {{GuestTexts.Address}}) (i32.const 0) (i32.const {{GuestTexts.All.Length}}))
          (local.set $left (i32.const {{CallsPerCallback}}))
          (loop $next
            (local.set $at (i32.add (i32.const {{Program}})
              (i32.mul (global.get $cursor) (i32.const {{CallProgram.CallBytes}}))))
            (global.set $cursor (i32.rem_u (i32.add (global.get $cursor) (i32.const 1)) (global.get $count)))
            (global.set $done (i32.add (global.get $done) (i32.const 1)))
            (call_indirect (type $caller)
              (local.get $at) (i32.rem_u (i32.load (local.get $at)) (i32.const {{functions}})))
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br_if $next (local.get $left)))
          ;; What the calls did to memory must not keep them from being counted, and they must not count themselves.
          (i64.store (i32.const 8) (i64.const 0x{{Convert.ToHexString([.. Encoding.ASCII.GetBytes(Tally).Reverse()])}}))
          (i32.store (i32.const 16) (global.get $done))
          (global.set $done (i32.const 0))
          (drop (call $proxy_call_foreign_function
            (i32.const 8) (i32.const 8) (i32.const 16) (i32.const 4) (i32.const 0) (i32.const 0)))
          (i64.store (i32.const 8) (i64.const 0))
          (i32.load offset={{CallProgram.ActionOffset}} (local.get $at)))

        """;
}
