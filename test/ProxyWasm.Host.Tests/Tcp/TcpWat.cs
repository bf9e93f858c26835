using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Host.Tests.Tcp;

/// <summary>Functions of TCP plugins in the text format; see <see cref="Wat"/> for what is at hand in them.</summary>
internal static class TcpWat
{
    /// <summary>Ends of the life of a connection, each written to the log.</summary>
    public static string Epilogue =>
        Close("downstream", """(call $say_number @"client" (local.get $peer))""")
        + Wat.Done("""(call $say @"done")""")
        + Wat.Event("log", """(call $say @"log")""")
        + Wat.Event("delete", """(call $say @"delete")""");

    /// <summary>A callback on a new connection, with the name <c>$id</c>.</summary>
    public static string NewConnection(string instructions, string result = "(i32.const 0)") => $"""
          (func (export "proxy_on_new_connection") (param $id i32) (result i32)
            {instructions}
            {result})

        """;

    /// <summary>A callback on bytes, with the names <c>$id</c>, <c>$count</c> and <c>$end</c>.</summary>
    public static string Data(string direction, string instructions, string result = "(i32.const 0)") =>
        Wat.Callback($"{direction}_data", instructions, result);

    /// <summary>A callback on a closed connection, with the names <c>$id</c> and <c>$peer</c>.</summary>
    public static string Close(string direction, string instructions) => $"""
          (func (export "proxy_on_{direction}_connection_close") (param $id i32) (param $peer i32)
            {instructions})

        """;

    /// <summary>
    /// A plugin that on its tick, a second after the start, runs instructions for the connection whose id was put into
    /// <c>$held</c>.
    /// </summary>
    public static string WithTick(string functions, string instructions) => Wat.Plugin(
        $"""
          (global $held (mut i32) (i32.const 0))
          {functions}
          (func (export "proxy_on_configure") (param i32 i32) (result i32)
            (drop (call $tick (i32.const 1000)))
            (i32.const 1))
          (func (export "proxy_on_tick") (param i32)
            (drop (call $effective (global.get $held)))
            {instructions})
        """,
        imports: """  (import "env" "proxy_set_tick_period_milliseconds" (func $tick (param i32) (result i32)))""");
}
