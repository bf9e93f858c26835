using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Callouts.Transport;
using ProxyWasm.Host.Tests.Callouts.Upstreams;

namespace ProxyWasm.Host.Tests.Callouts;

public sealed class HttpCallFailureTests
{
    // No headers, empty maps (a value is NotFound, not BadArgument), status 11 "reset", an empty body.
    private const string Reset = "http 1 4 0 0 0 !1 11 reset ";

    private const string ConnectError = "upstream connect error or disconnect/reset before headers. reset reason: ";

    [Fact]
    [Trait("abi-case", "96")]
    public async Task A_call_that_takes_too_long_is_answered_with_504()
    {
        var arrived = new TaskCompletionSource();
        await using var upstream = await HttpUpstream.StartAsync(context =>
        {
            arrived.SetResult();
            return WaitForAbortAsync(context);
        });
        var time = new FakeTimeProvider();
        await using var host = new CalloutHost(time, new HttpCalloutOptions { Clusters = [upstream.Cluster("web")] });
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web", timeout: 50)})");
        await host.LoadAsync(module);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromMilliseconds(49));
        Assert.False(host.Log.HasMore);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("http 1 4 3 24 0 504 0  upstream request timeout", await host.Log.NextAsync());
    }

    [Fact]
    public async Task A_time_limit_that_passes_after_the_headers_is_a_reset()
    {
        await using var upstream = await HttpUpstream.StartAsync(async context =>
        {
            await context.Response.WriteAsync("the beginning");
            await context.Response.Body.FlushAsync();
            await WaitForAbortAsync(context);
        });
        var time = new FakeTimeProvider();
        using var inner = new HttpCalloutTransport(new HttpCalloutOptions { Clusters = [upstream.Cluster("web")] });
        var transport = new ScriptedTransport(inner.SendAsync);
        await using var host = new CalloutHost(time, transport);
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web", timeout: 50)})");
        await host.LoadAsync(module);
        await transport.Answered.Task.WaitAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromMilliseconds(50));

        Assert.Equal(Reset, await host.Log.NextAsync());
    }

    [Fact]
    public async Task A_refused_connection_is_answered_with_503()
    {
        await using var host = new CalloutHost(new CalloutCluster
        {
            Name = "web",
            Endpoints = [new DnsEndPoint("127.0.0.1", RawUpstream.FindClosedPort())],
        });

        var line = await CallAsync(host);

        Assert.StartsWith("http 1 4 3 ", line, StringComparison.Ordinal);
        Assert.Contains($" 503 0  {ConnectError}remote connection failure, transport", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "connection termination")]
    [InlineData("What is this?\r\n\r\n", "protocol error")]
    public async Task A_peer_that_does_not_answer_properly_is_answered_for_with_503(string answer, string reason)
    {
        await using var upstream = new RawUpstream(answer);
        await using var host = new CalloutHost(upstream.Cluster("web"));

        Assert.Contains($" 503 0  {ConnectError}{reason}", await CallAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("abi-case", "95")]
    [Trait("abi-case", "141")]
    public async Task A_reset_in_the_middle_of_the_body_tells_nothing_of_the_answer()
    {
        await using var upstream = new RawUpstream("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nthe beginning");
        await using var host = new CalloutHost(upstream.Cluster("web"));

        Assert.Equal(Reset, await CallAsync(host));
    }

    [Theory]
    [InlineData(1000, "http 1 4 2 1000 0 200 0  xxx")]
    [InlineData(1001, Reset)]
    public async Task A_body_may_be_as_large_as_the_limit(int size, string expected)
    {
        await using var upstream = new RawUpstream(
            $"HTTP/1.1 200 OK\r\nContent-Length: {size}\r\n\r\n{new string('x', size)}");
        await using var host = new CalloutHost(upstream.Cluster("web"));

        var line = await CallAsync(host, PluginLimits.Default with { CalloutBytes = 1000 });

        Assert.StartsWith(expected, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_without_end_is_cut_off_at_the_limit()
    {
        await using var upstream = await HttpUpstream.StartAsync(async context =>
        {
            var chunk = new byte[8192];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk);
            }
        });
        await using var host = new CalloutHost(upstream.Cluster("web"));

        Assert.Equal(Reset, await CallAsync(host));
    }

    [Fact]
    public async Task A_transport_that_throws_fails_the_call_and_nothing_else()
    {
        var transport = new ScriptedTransport((_, _) => throw new InvalidOperationException("a defect"));
        await using var host = new CalloutHost(TimeProvider.System, transport);

        Assert.Contains($" 503 0  {ConnectError}protocol error", await CallAsync(host), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("abi-case", "94")]
    [Trait("abi-case", "139")]
    public async Task A_transport_that_answers_at_once_is_heard_after_the_guest_has_returned()
    {
        var transport = new ScriptedTransport((_, _) => ValueTask.FromResult(new CalloutResult(
            CalloutFailure.NoHealthyUpstream)));
        await using var host = new CalloutHost(TimeProvider.System, transport);
        var module = new CallingModule();
        module.OnConfigure(
            module.LogStatus("first", module.HttpCall("web")) + module.LogStatus("second", module.HttpCall("web")));

        await host.LoadAsync(module);

        Assert.Equal(
            [
                "first 0 4",
                "second 0 8",
                "http 1 4 3 19 0 503 0  no healthy upstream",
                "http 1 8 3 19 0 503 0  no healthy upstream",
            ],
            (await host.Log.NextAsync(4)).OrderBy(line => line.Length));
        Assert.False(host.Log.HasMore);
    }

    private static async Task<string> CallAsync(CalloutHost host, PluginLimits? limits = null)
    {
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web")})");
        await host.LoadAsync(module, limits);
        var line = await host.Log.NextAsync();
        Assert.False(host.Log.HasMore);
        return line;
    }

    private static async Task WaitForAbortAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}
