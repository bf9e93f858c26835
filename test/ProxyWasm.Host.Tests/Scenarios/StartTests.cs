using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>How a module is initialised, and what it may call meanwhile.</summary>
public sealed class StartTests
{
    [Fact]
    [Trait("abi-case", "10")]
    public async Task Case_010_A_reactor_is_initialised_and_then_runs_its_main()
    {
        await using var proxy = new TestProxy();
        await proxy.LoadAsync("""
            (func (export "_start") (call $say @"start"))
            (func (export "main") (param $count i32) (param $arguments i32) (result i32)
              (call $say_number @"main" (i32.add (local.get $count) (local.get $arguments)))
              (i32.const 0))
            (func (export "_initialize") (call $say @"initialize"))
            """);

        Assert.Equal(["initialize", "main 0"], proxy.TakeLines());
    }

    [Theory]
    [InlineData("""(func (export "_start") (call $say @"start"))""", new[] { "start" })]
    [InlineData("", new string[0])]
    [Trait("abi-case", "11")]
    public async Task Case_011_A_command_is_started_once_and_a_module_without_start_not_at_all(
        string start, string[] expected)
    {
        await using var proxy = new TestProxy();
        await proxy.LoadAsync(start);

        Assert.Equal(expected, proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "13")]
    public async Task Case_013_Logging_clock_random_numbers_and_environment_work_during_initialisation()
    {
        const string Imports = """
            (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
            (import "wasi_snapshot_preview1" "clock_time_get" (func $clock (param i32 i64 i32) (result i32)))
            (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
            (import "wasi_snapshot_preview1" "environ_get" (func $environ (param i32 i32) (result i32)))
            """;
        await using var proxy = new TestProxy();
        await proxy.LoadAsync(Plugin(
            """
            (data (i32.const 0x300) "\10\03\00\00\05\00\00\00")
            (data (i32.const 0x310) "hello")
            (func (export "_initialize")
              (call $say @"log")
              (call $say_number @"write" (call $write (i32.const 1) (i32.const 0x300) (i32.const 1) (i32.const 0x20)))
              (call $say_number @"clock" (call $clock (i32.const 0) (i64.const 0) (i32.const 0x20)))
              (call $say_number @"random" (call $random (i32.const 0x20) (i32.const 8)))
              (call $say_number @"environ" (call $environ (i32.const 0x40) (i32.const 0x80))))
            """,
            imports: Imports));

        Assert.Equal(["log", "hello", "write 0", "clock 0", "random 0", "environ 0"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "19")]
    public async Task Case_019_A_failure_is_reported_with_the_names_of_at_most_twenty_functions()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync("""
            (func $dig (param $depth i32)
              (if (i32.eqz (local.get $depth)) (then unreachable))
              (call $dig (i32.sub (local.get $depth) (i32.const 1))))
            """ + Callback("request_headers", "(call $dig (i32.const 30))"));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        var report = Assert.Single(proxy.TakeReports());
        var frames = report.Split('\n').Where(line => line.EndsWith("- dig", StringComparison.Ordinal)).ToArray();
        Assert.Equal(20, frames.Length);
        Assert.StartsWith("  0: 0x", frames[0], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("abi-case", "19")]
    public async Task Case_019_Functions_without_names_are_reported_by_their_numbers()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync("""
            (module
              (import "env" "proxy_log" (func (param i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (func (export "proxy_abi_version_0_2_1"))
              (func (export "malloc") (param i32) (result i32) (i32.const 1024))
              (func unreachable)
              (func (export "proxy_on_request_headers") (param i32 i32 i32) (result i32)
                (call 3)
                (i32.const 0)))
            """);
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        await stream.FinishAsync();

        var frames = Assert.Single(proxy.TakeReports()).Split('\n')[1..];
        Assert.Equal(2, frames.Length);
        Assert.EndsWith("- wasm-function[3]", frames[0], StringComparison.Ordinal);
        Assert.EndsWith("- wasm-function[4]", frames[1], StringComparison.Ordinal);
    }
}
