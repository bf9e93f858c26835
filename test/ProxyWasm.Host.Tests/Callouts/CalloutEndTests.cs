using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Plugins;
using ProxyWasm.Host.Tests.Callouts.Upstreams;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>Calls whose plugin or virtual machine goes away, and calls that are not to be made at all.</summary>
public sealed class CalloutEndTests
{
    [Fact]
    [Trait("abi-case", "98")]
    public async Task A_plugin_that_is_disposed_hears_nothing_more_and_its_calls_are_aborted()
    {
        await using var silence = await Silence.StartAsync();
        await using var host = new CalloutHost(silence.Upstream.Cluster("web"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web")})");
        var plugin = await host.LoadAsync(module);
        await silence.Arrived;

        await plugin.DisposeAsync();

        await silence.Aborted;
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    public async Task Calls_made_while_the_plugin_ends_are_accepted_and_never_answered()
    {
        await using var silence = await Silence.StartAsync();
        await using var host = new CalloutHost(silence.Upstream.Cluster("web"));
        var module = new CallingModule();
        module.Export("proxy_on_delete", $"(param i32) {module.LogStatus("call", module.HttpCall("web"))}");
        var plugin = await host.LoadAsync(module);

        await plugin.DisposeAsync();

        Assert.Equal("call 0 4", await host.Log.NextAsync());
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    public async Task A_virtual_machine_that_fails_hears_nothing_more_and_its_successor_neither()
    {
        await using var silence = await Silence.StartAsync();
        await using var host = new CalloutHost(silence.Upstream.Cluster("web"));
        var module = new CallingModule();
        module.Export(
            "proxy_on_request_headers",
            $"""
             (param i32 i32 i32) (result i32)
             (if (global.get $count) (then (unreachable)))
             (global.set $count (i32.const 1)) (drop {module.HttpCall("web")}) (i32.const 0)
             """);
        var plugin = await host.LoadAsync(module);
        await PassAsync(host, plugin);
        await silence.Arrived;

        Assert.Equal(503, (await PassAsync(host, plugin))?.StatusCode);

        await silence.Aborted;
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    [Trait("abi-case", "101")]
    public async Task A_trap_in_the_callback_ends_the_call_and_the_next_machine_can_call()
    {
        await using var upstream = await HttpUpstream.StartAsync(context => context.Response.WriteAsync("hello"));
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web")})").Then("proxy_on_http_call_response", "(unreachable)");

        // The successor makes its own call while it is configured, which traps again: each is told once.
        var plugin = await host.LoadAsync(module);
        Assert.Matches("^http 1 4 .* hello$", await host.Log.NextAsync());
        Assert.Matches("^http 1 4 .* hello$", await host.Log.NextAsync());
        await plugin.DisposeAsync();
    }

    [Theory]
    [InlineData(FailurePolicy.FailClosed)]
    [InlineData(FailurePolicy.FailOpen)]
    [Trait("abi-case", "101")]
    public async Task A_stream_that_waits_for_a_call_does_not_wait_for_a_failed_plugin(FailurePolicy policy)
    {
        await using var upstream = await HttpUpstream.StartAsync(context => context.Response.WriteAsync("hello"));
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.Export(
            "proxy_on_request_headers",
            $"(param i32 i32 i32) (result i32) (drop {module.HttpCall("web")}) (i32.const 1)");
        module.Then("proxy_on_http_call_response", "(unreachable)");
        var plugin = await host.LoadAsync(module, policy: policy);

        await using var stream = TestStream.Open(host.Host, plugin);
        await stream.SendHeadersAsync();
        await stream.WaitForHeadersAsync();

        var isClosed = policy == FailurePolicy.FailClosed;
        Assert.Equal(isClosed ? 503 : null, stream.Stream.LocalResponse?.StatusCode);
        Assert.Equal(isClosed, !stream.Stream.Request.HeadersReleased);
    }

    [Fact]
    public async Task A_stream_that_waits_for_a_call_does_not_wait_for_a_plugin_that_has_ended()
    {
        await using var silence = await Silence.StartAsync();
        await using var host = new CalloutHost(silence.Upstream.Cluster("web"));
        var module = new CallingModule();
        module.Export(
            "proxy_on_request_headers",
            $"(param i32 i32 i32) (result i32) (drop {module.HttpCall("web")}) (i32.const 1)");
        var plugin = await host.LoadAsync(module);
        await using var stream = TestStream.Open(host.Host, plugin);
        await stream.SendHeadersAsync();

        await plugin.DisposeAsync();
        await stream.WaitForHeadersAsync();

        Assert.Equal(503, stream.Stream.LocalResponse?.StatusCode);
    }

    [Fact]
    [Trait("abi-case", "102")]
    public async Task A_canary_accepts_calls_and_makes_none()
    {
        var paths = new ConcurrentQueue<string>();
        await using var upstream = await HttpUpstream.StartAsync(context =>
        {
            paths.Enqueue(context.Request.Path);
            return context.Response.WriteAsync("hello");
        });
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.OnConfigure(module.LogStatus("call", module.HttpCall("web")));
        await host.LoadAsync(module, name: "one");
        Assert.Equal("call 0 4", await host.Log.NextAsync());
        await host.Log.NextAsync();

        // The second plugin of the same code is tried in a canary, then started in the shared machine.
        await host.LoadAsync(module, name: "two");

        Assert.Equal("call 0 4", await host.Log.NextAsync());
        Assert.Equal("call 0 8", await host.Log.NextAsync());
        Assert.Matches("^http 2 8 .* hello$", await host.Log.NextAsync());
        Assert.Equal(2, paths.Count);
        Assert.False(host.Log.HasMore);
    }

    private static async Task<LocalResponse?> PassAsync(CalloutHost host, Plugin plugin)
    {
        await using var stream = TestStream.Open(host.Host, plugin);
        await stream.SendHeadersAsync();
        return stream.Stream.LocalResponse;
    }
}
