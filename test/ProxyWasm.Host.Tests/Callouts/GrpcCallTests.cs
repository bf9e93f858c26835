using System.Text;
using Microsoft.Extensions.Time.Testing;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Callouts.Transport;
using ProxyWasm.Host.Tests.Callouts.Upstreams;

namespace ProxyWasm.Host.Tests.Callouts;

public sealed class GrpcCallTests
{
    [Fact]
    [Trait("abi-case", "104")]
    public async Task Success_is_told_by_the_message_alone()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        module.OnConfigure(module.LogStatus("call", module.GrpcCall(module.Text("greeter"), "world")));

        await host.LoadAsync(module);

        Assert.Equal("call 0 5", await host.Log.NextAsync());
        Assert.Equal("receive 1 5 27 0  \n\u0019hello world from a plugin", await host.Log.NextAsync());
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    [Trait("abi-case", "104")]
    public async Task Failure_is_told_by_the_status_alone()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));

        Assert.Equal("close 1 5 5 5 nobody here: 100 %", await CallAsync(host, "nobody"));
    }

    [Fact]
    public async Task A_deadline_that_passes_is_told_by_the_host()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        var time = new FakeTimeProvider();
        await using var host = new CalloutHost(
            time, new HttpCalloutOptions { Clusters = [upstream.Cluster("greeter")] });
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcCall(module.Text("greeter"), "never", timeout: 60_000)})");
        await host.LoadAsync(module);
        await upstream.Arrived.Task.WaitAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("close 1 5 4 4 upstream request timeout", await host.Log.NextAsync());
    }

    [Fact]
    public async Task The_peer_hears_the_deadline_and_may_tell_it_itself()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();

        // The host's clock stands still, the peer's does not.
        var time = new FakeTimeProvider();
        await using var host = new CalloutHost(
            time, new HttpCalloutOptions { Clusters = [upstream.Cluster("greeter")] });
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcCall(module.Text("greeter"), "never", timeout: 200)})");

        await host.LoadAsync(module);

        Assert.StartsWith("close 1 5 4 4 ", await host.Log.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_is_unavailable()
    {
        await using var host = new CalloutHost(new CalloutCluster
        {
            Name = "greeter",
            Endpoints = [new System.Net.DnsEndPoint("127.0.0.1", RawUpstream.FindClosedPort())],
        });

        Assert.StartsWith(
            "close 1 5 14 14 upstream connect error", await CallAsync(host, "world"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_resource_exhausted()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));

        Assert.Equal(
            "close 1 5 8 8 a message of the response is larger than 50000 bytes",
            await CallAsync(host, "much", PluginLimits.Default with { CalloutBytes = 50_000 }));
    }

    [Theory]
    [InlineData("\u0001\0\0\0\u0001x", "", "13 13 the response has a compressed message, which was not offered")]
    [InlineData("\0\0\0\0\u0009x", "", "13 13 the response ends inside of a message")]
    [InlineData("\0\0\0\0\u0001x", "", "2 2 the response has no grpc-status")]
    [InlineData("", "0", "13 13 the response has no message")]
    [InlineData("", "16", "16 16 no way")]
    [InlineData("", "many", "2 2 no way")]
    public async Task A_peer_that_breaks_the_protocol_fails_the_call(string body, string status, string expected)
    {
        await using var host = new CalloutHost(
            TimeProvider.System, new ScriptedTransport((_, _) => ValueTask.FromResult(new CalloutResult(
                new ScriptedResponse(200, Encoding.Latin1.GetBytes(body), status)))));

        Assert.Equal($"close 1 5 {expected}", await CallAsync(host, "world", cluster: "web"));
    }

    [Fact]
    public async Task An_HTTP_status_stands_for_a_gRPC_status()
    {
        await using var host = new CalloutHost(
            TimeProvider.System,
            new ScriptedTransport(
                (_, _) => ValueTask.FromResult(new CalloutResult(new ScriptedResponse(403, [], "")))));

        Assert.Equal("close 1 5 7 7 HTTP status 403", await CallAsync(host, "world", cluster: "web"));
    }

    [Fact]
    [Trait("abi-case", "142")]
    public async Task A_cancelled_call_is_not_heard_of_again()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        module.OnConfigure(
            $"(drop {module.GrpcCall(module.Text("greeter"), "never")})"
            + module.LogStatus("cancel", "(call $grpc_cancel (i32.const 5))")
            + module.LogStatus("again", "(call $grpc_cancel (i32.const 5))")
            + $"(drop {module.GrpcCall(module.Text("greeter"), "never")})"
            + module.LogStatus("close", "(call $grpc_close (i32.const 9))")
            + $"(drop {module.GrpcCall(module.Text("greeter"), "world")})");

        await host.LoadAsync(module);

        Assert.Equal(["cancel 0 5", "again 1 5", "close 0 9"], await host.Log.NextAsync(3));
        Assert.StartsWith("receive 1 13 ", await host.Log.NextAsync(), StringComparison.Ordinal);
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    public async Task The_cluster_may_be_given_as_a_message()
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(
            upstream.Cluster("greeter"), upstream.Cluster($"127.0.0.1:{upstream.Port}"));
        var module = new CallingModule();
        var target = Encoding.ASCII.GetBytes($"dns:///127.0.0.1:{upstream.Port}");

        // GrpcService { envoy_grpc { cluster_name } }, then { google_grpc { target_uri }, timeout }.
        byte[] envoy = [0x0A, 9, 0x0A, 7, .. "greeter"u8];
        byte[] google = [0x12, (byte)(target.Length + 2), 0x0A, (byte)target.Length, .. target, 0x1A, 2, 0x08, 1];
        module.OnConfigure(
            $"(drop {module.GrpcCall(module.Bytes(envoy), "envoy")})"
            + module.LogStatus("google", module.GrpcCall(module.Bytes(google), "google")));

        await host.LoadAsync(module);

        Assert.Equal("google 4 5", await host.Log.NextAsync());
        Assert.Contains("hello envoy", await host.Log.NextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("\n\u0003\n\u0001x")]
    [InlineData("\n\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("")]
    [Trait("abi-case", "106")]
    [Trait("abi-case", "140")]
    public async Task An_unknown_cluster_is_a_parse_failure(string upstream)
    {
        await using var host = new CalloutHost();
        var module = new CallingModule();
        module.OnConfigure(
            module.LogStatus("call", module.GrpcCall(module.Text(upstream), "x"))
            + module.LogStatus("stream", module.GrpcStream(upstream)));

        await host.LoadAsync(module);

        Assert.Equal(["call 4 0", "stream 4 0"], await host.Log.NextAsync(2));
    }

    private static async Task<string> CallAsync(
        CalloutHost host, string text, PluginLimits? limits = null, string cluster = "greeter")
    {
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcCall(module.Text(cluster), text)})");
        await host.LoadAsync(module, limits);
        var line = await host.Log.NextAsync();
        Assert.False(host.Log.HasMore);
        return line;
    }
}
