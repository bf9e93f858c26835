using System.Text;
using Wasmtime;

namespace ProxyWasm.Host.Tests.Modules;

/// <summary>Small modules, as text and as the bytes that an independent assembler makes of them.</summary>
internal static class SampleModules
{
    public const string Plugin = """
        (module
          (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_seek" (func (param i32 i64 i32 i32) (result i32)))
          (memory (export "memory") 2 16)
          (table 3 funcref)
          (global $top (mut i32) (i32.const 1024))
          (func $abi (export "proxy_abi_version_0_2_1"))
          (func $allocate (export "malloc") (param i32) (result i32) (global.get $top))
          (func $headers (export "proxy_on_request_headers") (param i32 i32 i32) (result i32) (i32.const 0))
          (export "top" (global $top))
          (elem (i32.const 0) $abi $allocate)
          (data (i32.const 8) "hello"))
        """;

    public const string Rich = """
        (module
          (type $pair (func (param i32 i64 f32 f64 v128 funcref externref) (result i32 i32)))
          (import "env" "old" (memory 1 4))
          (import "env" "table" (table 1 2 externref))
          (import "env" "global" (global (mut i64)))
          (import "env" "tag" (tag (param i32)))
          (import "env" "pair" (func (type $pair)))
          (table 4 8 funcref)
          (tag $failed (param i32 i32))
          (global i32 (i32.const -7))
          (global f64 (f64.const 0.5))
          (memory 3)
          (func $begin)
          (start $begin)
          (export "again" (func 0))
          (export "table" (table 1))
          (export "failed" (tag $failed))
          (data $passive "abc")
          (func (drop (i32.const 1)) (memory.init $passive (i32.const 0) (i32.const 0) (i32.const 1))))
        """;

    public const string Newer = """
        (module
          (rec
            (type $node (sub (struct (field i8) (field (mut (ref null $node))))))
            (type $leaf (sub final $node (struct (field i8) (field (mut (ref null $node))) (field i64)))))
          (type $bytes (array (mut i16)))
          (type $call (func (param i32) (result i32)))
          (func $first (type $call) (local.get 0))
          (table 2 (ref $call) (ref.func $first))
          (memory i64 1 9)
          (memory 1 2 shared)
          (elem declare func $first)
          (export "first" (func $first)))
        """;

    public static byte[] Assemble(string text) => Module.ConvertText(text);

    public static byte[] Custom(string name, params ReadOnlySpan<byte> content)
    {
        var nameBytes = Encoding.UTF8.GetBytes(name);
        return [0, .. Leb(1 + nameBytes.Length + content.Length), (byte)nameBytes.Length, .. nameBytes, .. content];
    }

    public static byte[] Section(byte id, params ReadOnlySpan<byte> content) =>
        [id, .. Leb(content.Length), .. content];

    public static byte[] WithHeader(params byte[][] sections) =>
        [0, (byte)'a', (byte)'s', (byte)'m', 1, 0, 0, 0, .. sections.SelectMany(static section => section)];

    private static byte[] Leb(int value)
    {
        var bytes = new List<byte>();
        for (; value > 0x7F; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
        return [.. bytes];
    }
}
