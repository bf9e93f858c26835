using System.Net;
using System.Net.Sockets;
using ProxyWasm.Host.Plugins;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>Names that plugins look up (section 5.10 of the ABI reference).</summary>
public sealed class DnsTests
{
    private const string Import =
        """(import "env" "envoy_resolve_dns" (func $resolve (param i32 i32 i32) (result i32)))""";

    private static readonly string Listener = """
          (func (export "envoy_on_resolve_dns") (param $id i32) (param $token i32) (param $size i32)
            (call $say_number @"root" (local.get $id))
            (call $say_number @"token" (local.get $token))
            (call $say_number @"size" (local.get $size))
            (call $say_body @"result" (i32.const 8)))

        """;

    [Fact]
    public async Task The_addresses_of_a_name_are_told_with_a_time_to_live()
    {
        var log = new PluginLog();
        await using var host = Host(log, static (name, _) => Task.FromResult<IPAddress[]>(
            name == "example.test" ? [IPAddress.Parse("192.0.2.7"), IPAddress.IPv6Loopback] : []));
        await LoadAsync(host, AsksFor("example.test"));

        Assert.Equal(
            [
                "asked 0", "got 7", "root 1", "token 7", "size 32",
                "result 0 \x02\0\0\0<\0\0\0<\0\0\0" + "192.0.2.7:0\0[::1]:0\0",
            ],
            await log.NextAsync(6));
    }

    [Fact]
    public async Task A_name_without_an_address_is_told_with_no_bytes()
    {
        var log = new PluginLog();
        await using var host = Host(log, static (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        await LoadAsync(host, AsksFor("example.test"));

        Assert.Equal(["asked 0", "got 7", "root 1", "token 7", "size 0", "result 0 "], await log.NextAsync(6));
    }

    [Fact]
    public async Task The_resolver_of_the_system_is_asked_by_default()
    {
        var log = new PluginLog();
        await using var host = new PluginHost(new PluginHostOptions { Workers = 1, PluginLog = log });
        await LoadAsync(host, AsksFor("127.0.0.1"));

        Assert.Equal("result 0 \x01\0\0\0<\0\0\0" + "127.0.0.1:0\0", (await log.NextAsync(6))[5]);
    }

    [Fact]
    public async Task Unusable_arguments_are_answered_and_nobody_is_asked()
    {
        var log = new PluginLog();
        await using var host = Host(log, static (_, _) => throw new InvalidOperationException("nobody may ask"));
        await LoadAsync(host, Plugin(
            Listener + Start("configure", """
                (call $say_number @"empty" (call $resolve (i32.const 0) (i32.const 0) (i32.const 0x18)))
                (call $say_number @"long" (call $resolve (i32.const 0) (i32.const 255) (i32.const 0x18)))
                (call $say_number @"outside" (call $resolve (i32.const -1) (i32.const 9) (i32.const 0x18)))
                (call $say_number @"slot" (call $resolve @"a.test" (i32.const -2)))
                """),
            imports: Import));

        Assert.Equal(["empty 2", "long 2", "outside 6", "slot 6"], await log.NextAsync(4));
        Assert.False(log.HasMore);
    }

    [Fact]
    public async Task A_resolver_that_does_not_answer_is_given_up_and_counts_as_a_call_under_way()
    {
        var log = new PluginLog();
        await using var host = Host(log, static (_, cancelled) =>
            Task.Delay(Timeout.Infinite, cancelled).ContinueWith(
                _ => Array.Empty<IPAddress>(),
                cancelled,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default));
        var plugin = await host.LoadAsync(
            new PluginOptions
            {
                Name = "asks",
                Code = host.ConvertText(Plugin(
                    Listener + Start("configure", """
                        (call $say_number @"first" (call $resolve @"a.test" (i32.const 0x18)))
                        (call $say_number @"second" (call $resolve @"b.test" (i32.const 0x18)))
                        """),
                    imports: Import)),
                Limits = PluginLimits.Default with { PendingCallouts = 1 },
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(["first 0", "second 10"], await log.NextAsync(2));
        await plugin.DisposeAsync();
        Assert.False(log.HasMore);
    }

    private static string AsksFor(string name) => Plugin(
        Listener + Start("configure", $$"""
            (call $say_number @"asked" (call $resolve @"{{name}}" (i32.const 0x18)))
            (call $say_number @"got" (i32.load (i32.const 0x18)))
            """),
        imports: Import);

    private static PluginHost Host(PluginLog log, Func<string, CancellationToken, Task<IPAddress[]>> resolve) =>
        new(new PluginHostOptions { Workers = 1, PluginLog = log, ResolveName = resolve });

    private static Task<Plugin> LoadAsync(PluginHost host, string text) => host.LoadAsync(
        new PluginOptions { Name = "asks", Code = host.ConvertText(text) }, TestContext.Current.CancellationToken);
}
