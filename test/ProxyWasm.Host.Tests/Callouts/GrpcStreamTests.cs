using ProxyWasm.Host.Callouts.Transport;
using ProxyWasm.Host.Tests.Callouts.Upstreams;

namespace ProxyWasm.Host.Tests.Callouts;

public sealed class GrpcStreamTests
{
    [Fact]
    [Trait("abi-case", "105")]
    public async Task Events_of_a_stream_come_in_order()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        module.OnConfigure(
            module.LogStatus("open", module.GrpcStream("greeter"))
            + module.LogStatus("one", Send(module, "one", end: false))
            + module.LogStatus("two", Send(module, "two", end: true))
            + module.LogStatus("late", Send(module, "late", end: false)));
        module.Then("proxy_on_grpc_close", module.LogStatus("gone", Send(module, "x", end: false)));

        await host.LoadAsync(module);

        Assert.Equal(["open 0 6", "one 0 6", "two 0 6", "late 0 6"], await host.Log.NextAsync(4));
        Assert.Matches(@"^initial 1 6 \d+ first$", await host.Log.NextAsync());
        Assert.Equal(
            ["receive 1 6 9 0  \n\u0007and one", "receive 1 6 9 0  \n\u0007and two"], await host.Log.NextAsync(2));
        Assert.Matches(@"^trailing 1 6 \d+ last$", await host.Log.NextAsync());
        Assert.Equal(["close 1 6 0 0 ", "gone 0 6"], await host.Log.NextAsync(2));
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    public async Task Messages_go_both_ways_while_the_stream_is_open()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcStream("greeter")})");
        module.Then("proxy_on_grpc_receive_initial_metadata", $"(drop {Send(module, "ping", end: false)})");
        module.Then(
            "proxy_on_grpc_receive",
            $"""
             (global.set $count (i32.add (global.get $count) (i32.const 1)))
             (if (i32.lt_u (global.get $count) (i32.const 50))
               (then (drop {Send(module, "pong", end: false)}))
               (else (drop (call $grpc_close (i32.const 6)))))
             """);

        await host.LoadAsync(module);

        var lines = await host.Log.NextAsync(53);
        Assert.All(lines[2..51], line => Assert.EndsWith("and pong", line, StringComparison.Ordinal));
        Assert.StartsWith("trailing ", lines[51], StringComparison.Ordinal);
        Assert.Equal("close 1 6 0 0 ", lines[52]);
    }

    [Fact]
    [Trait("abi-case", "105")]
    public async Task A_stream_that_the_peer_ends_stays_known_until_the_plugin_closes_it()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcStream("greeter")}) (drop {Send(module, "go away", end: false)})");
        module.Export(
            "proxy_on_request_headers",
            $"""
             (param i32 i32 i32) (result i32)
             {module.LogStatus("send", Send(module, "x", end: false))}
             {module.LogStatus("close", "(call $grpc_close (i32.const 6))")}
             {module.LogStatus("again", "(call $grpc_close (i32.const 6))")}
             {module.LogStatus("send", Send(module, "x", end: false))}
             (i32.const 0)
             """);
        var plugin = await host.LoadAsync(module);
        var lines = await host.Log.NextAsync(4);
        Assert.StartsWith("trailing ", lines[2], StringComparison.Ordinal);
        Assert.Equal("close 1 6 7 7 as you like", lines[3]);

        await using var stream = TestStream.Open(host.Host, plugin);
        await stream.SendHeadersAsync();

        Assert.Equal(["send 0 6", "close 0 6", "again 1 6", "send 1 6"], await host.Log.NextAsync(4));
    }

    [Fact]
    [Trait("abi-case", "105")]
    [Trait("abi-case", "142")]
    public async Task A_cancelled_stream_is_not_heard_of_again()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcStream("greeter")})");
        module.Then(
            "proxy_on_grpc_receive_initial_metadata",
            module.LogStatus("cancel", "(call $grpc_cancel (i32.const 6))")
            + module.LogStatus("send", Send(module, "x", end: false))
            + $"(drop {module.GrpcCall(module.Text("greeter"), "world")})");

        await host.LoadAsync(module);

        Assert.StartsWith("initial ", await host.Log.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(["cancel 0 6", "send 1 6"], await host.Log.NextAsync(2));
        Assert.StartsWith("receive 1 5 ", await host.Log.NextAsync(), StringComparison.Ordinal);
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    public async Task A_failed_connection_is_told_by_close()
    {
        await using var host = new CalloutHost(new CalloutCluster
        {
            Name = "greeter",
            Endpoints = [new System.Net.DnsEndPoint("127.0.0.1", RawUpstream.FindClosedPort())],
        });
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcStream("greeter")}) (drop {Send(module, "x", end: false)})");

        await host.LoadAsync(module);

        Assert.StartsWith(
            "close 1 6 14 14 upstream connect error", await host.Log.NextAsync(), StringComparison.Ordinal);
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    public async Task A_plugin_that_sends_more_than_the_peer_takes_loses_the_stream()
    {
        await using var host = new CalloutHost(
            TimeProvider.System, new ScriptedTransport(static async (_, cancellationToken) =>
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return default;
            }));
        var module = new CallingModule();
        module.OnConfigure(
            $"""
             (drop {module.GrpcStream("web")})
             (loop $again
               (global.set $count (i32.add (global.get $count) (i32.const 1)))
               (br_if $again (i32.eqz (i32.or
                 {Send(module, "0123456789", end: false)} (i32.eq (global.get $count) (i32.const 1000))))))
             (call $number (global.get $count)) (call $flush)
             """);

        await host.LoadAsync(module, PluginLimits.Default with { CalloutBytes = 1000 });

        Assert.Equal([" 1000", "close 1 6 8 8 too much was sent"], await host.Log.NextAsync(2));
    }

    [Fact]
    [Trait("abi-case", "105")]
    public async Task Tokens_of_the_wrong_kind_are_bad_arguments_and_unknown_ones_are_not_found()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        var instructions = $"(drop {module.GrpcCall(module.Text("greeter"), "never")})";
        foreach (var token in new[] { 0, 4, 5, 9, 10, 7, -1 })
        {
            instructions += $"(call $put {module.Text($"{token}")})";
            var send = $"(call $grpc_send (i32.const {token}) {module.Greeting("x")} (i32.const 0))";
            instructions += $"(call $number {send})";
            instructions += $"(call $number (call $grpc_close (i32.const {token})))";
            instructions += $"(call $number (call $grpc_cancel (i32.const {token}))) (call $flush)";
        }

        module.OnConfigure(instructions);
        await host.LoadAsync(module);

        Assert.Equal(
            ["0 2 2 2", "4 2 2 2", "5 2 0 1", "9 2 1 1", "10 1 1 1", "7 2 2 2", "-1 2 2 2"],
            await host.Log.NextAsync(7));
    }

    [Fact]
    public async Task Arguments_outside_of_memory_open_nothing()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        var good = module.Text("greeter");
        const string Bad = "(i32.const -2) (i32.const 9)";
        string Stream(string cluster, string service, string slot) =>
            $"""
             (call $number (call $grpc_stream
               {cluster} {service} {good} (i32.const 0) (i32.const 0) (i32.const {slot})))
             """;
        module.OnConfigure(
            Stream(Bad, good, "0") + Stream(good, Bad, "0") + Stream(good, good, "-3")
            + $"(call $number (call $grpc_send (i32.const 6) {Bad} (i32.const 0))) (call $flush)");

        await host.LoadAsync(module);

        Assert.Equal(" 6 6 6 6", await host.Log.NextAsync());
    }

    private static string Send(CallingModule module, string text, bool end) =>
        $"(call $grpc_send (i32.const 6) {module.Greeting(text)} (i32.const {(end ? 1 : 0)}))";
}
