using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ProxyWasm.Host.Tests.Callouts.Upstreams;

namespace ProxyWasm.Host.Tests.Callouts;

public sealed class HttpCallTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    [Trait("abi-case", "91")]
    [Trait("abi-case", "102")]
    [Trait("abi-case", "146")]
    public async Task A_call_is_answered_once_on_the_root_context(string version)
    {
        await using var upstream = await HttpUpstream.StartAsync(
            context => context.Response.WriteAsync("hello"), HttpProtocolsOf(version));
        await using var host = new CalloutHost(upstream.Cluster("web", Version.Parse(version)));
        var module = new CallingModule();
        module.OnConfigure(module.LogStatus("call", module.HttpCall("web")));

        await host.LoadAsync(module);

        Assert.Equal("call 0 4", await host.Log.NextAsync());
        var line = await host.Log.NextAsync();
        Assert.Matches(@"^http 1 4 \d+ 5 0 200 0  hello$", line);
        Assert.True(int.Parse(line.Split(' ')[3]) >= 2, line);
        Assert.False(host.Log.HasMore);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    [Trait("abi-case", "97")]
    [Trait("abi-case", "152")]
    public async Task The_upstream_sees_the_request_as_the_plugin_made_it(string version)
    {
        var seen = new TaskCompletionSource<string>();
        await using var upstream = await HttpUpstream.StartAsync(
            async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = await reader.ReadToEndAsync();
                var request = context.Request;
                var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
                seen.TrySetResult(
                    $"{request.Method} {target} {request.Host} {request.Headers["x-latin"]} "
                    + $"{request.ContentType} {request.Headers.ContentLength} "
                    + $"{request.Headers.ContainsKey("upgrade")} {body}");
            },
            HttpProtocolsOf(version));
        await using var host = new CalloutHost(upstream.Cluster("web", Version.Parse(version)));
        var module = new CallingModule();
        module.OnConfigure(module.LogStatus("call", module.HttpCall(
            "web",
            path: "/a/../b?q=%20x",
            method: "PUT",
            body: "hello world",
            headers:
            [
                ("X-Latin", "caf\u00e9"), ("content-type", "text/x"), ("content-length", "3"), ("upgrade", "h3"),
            ])));

        await host.LoadAsync(module);

        Assert.Equal(
            "PUT /a/../b?q=%20x upstream.test caf\u00e9 text/x 11 False hello world",
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("abi-case", "97")]
    public async Task Response_headers_keep_every_byte_and_trailers_are_counted()
    {
        await using var upstream = await HttpUpstream.StartAsync(
            async context =>
            {
                context.Response.Headers["X-Latin"] = "na\u00efve";
                context.Response.DeclareTrailer("x-sum");
                await context.Response.WriteAsync("body");
                context.Response.AppendTrailer("x-sum", "42");
            },
            HttpProtocols.Http2);
        await using var host = new CalloutHost(upstream.Cluster("web", HttpVersion.Version20));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web")})").Then(
            "proxy_on_http_call_response",
            $"(call $header (i32.const 6) {module.Text("x-latin")}) (call $digits (i32.load (i32.const 12)))"
            + $"(call $header (i32.const 7) {module.Text("x-sum")}) (call $flush)");

        await host.LoadAsync(module);

        Assert.Matches(@"^http 1 4 \d+ 4 1 200 0  body$", await host.Log.NextAsync());
        // The guest logs Latin-1, logs are UTF-8: one byte that is not, in a value of five.
        Assert.Equal(" na\uFFFDve5 42", await host.Log.NextAsync());
    }

    [Fact]
    [Trait("abi-case", "91")]
    public async Task What_a_call_brought_is_gone_after_its_callback()
    {
        await using var upstream = await HttpUpstream.StartAsync(context => context.Response.WriteAsync("hello"));
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web")})").Export(
            "proxy_on_request_headers",
            $"""
             (param i32 i32 i32) (result i32)
             (drop (call $set_effective_context (i32.const 1)))
             (call $buffer (i32.const 4)) (call $header (i32.const 6) {module.Text(":status")})
             (call $status) (call $flush)
             (i32.const 0)
             """);
        var plugin = await host.LoadAsync(module);
        await host.Log.NextAsync();

        await using var stream = TestStream.Open(host.Host, plugin);
        await stream.SendHeadersAsync();

        Assert.Equal(" !1 !2 0 ", await host.Log.NextAsync());
    }

    [Fact]
    [Trait("abi-case", "99")]
    public async Task Ten_calls_of_a_stream_run_side_by_side_and_the_last_one_resumes_it()
    {
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        var paths = new ConcurrentBag<string>();
        await using var upstream = await HttpUpstream.StartAsync(async context =>
        {
            paths.Add(context.Request.Path);
            if (Interlocked.Increment(ref arrived) == 10)
            {
                together.SetResult();
            }

            // Nobody is answered before all are there.
            await together.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await context.Response.WriteAsync("ok");
        });
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        var calls = string.Concat(
            Enumerable.Range(0, 10).Select(i => $"(drop {module.HttpCall("web", path: $"/{i}")})"));
        module.Export(
            "proxy_on_request_headers",
            $"(param $id i32) (param i32 i32) (result i32) (global.set $stream (local.get $id)) {calls} (i32.const 1)");
        module.Then("proxy_on_http_call_response", CountDown(10));
        var plugin = await host.LoadAsync(module);

        await using var stream = TestStream.Open(host.Host, plugin);
        await stream.SendHeadersAsync();
        var lines = await host.Log.NextAsync(10);

        await stream.WaitForHeadersAsync();
        Assert.All(lines, line => Assert.StartsWith("http 1 ", line, StringComparison.Ordinal));
        Assert.Equal(
            Enumerable.Range(1, 10).Select(i => i * 4), lines.Select(line => int.Parse(line.Split(' ')[2])).Order());
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"/{i}"), paths.Order());
    }

    [Fact]
    [Trait("abi-case", "100")]
    public async Task A_callback_can_make_the_next_call()
    {
        await using var upstream = await HttpUpstream.StartAsync(
            context => context.Response.WriteAsync(context.Request.Path));
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web", path: "/first")})").Then(
            "proxy_on_http_call_response",
            $"""
             (if (i32.eqz (global.get $count))
               (then (global.set $count (i32.const 1)) (drop {module.HttpCall("web", path: "/second")})))
             """);

        await host.LoadAsync(module);

        Assert.Matches("^http 1 4 .* /first$", await host.Log.NextAsync());
        Assert.Matches("^http 1 8 .* /second$", await host.Log.NextAsync());
    }

    [Fact]
    [Trait("abi-case", "98")]
    public async Task A_call_of_a_stream_that_is_gone_is_still_answered_on_the_root()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = await HttpUpstream.StartAsync(async context =>
        {
            await release.Task;
            await context.Response.WriteAsync("late");
        });
        await using var host = new CalloutHost(upstream.Cluster("web"));
        var module = new CallingModule();
        module.Export(
            "proxy_on_request_headers",
            $"""
             (param $id i32) (param i32 i32) (result i32)
             (global.set $stream (local.get $id)) (drop {module.HttpCall("web")}) (i32.const 1)
             """);
        module.Then(
            "proxy_on_http_call_response",
            module.LogStatus("effective", "(call $set_effective_context (global.get $stream))"));
        var plugin = await host.LoadAsync(module);
        await using (var stream = TestStream.Open(host.Host, plugin))
        {
            await stream.SendHeadersAsync();
        }

        release.SetResult();

        Assert.Matches("^http 1 4 .* late$", await host.Log.NextAsync());
        Assert.Equal("effective 2 4", await host.Log.NextAsync());
    }

    // Counts callbacks; the last one lets the stream go.
    private static string CountDown(int calls) =>
        $"""
         (global.set $count (i32.add (global.get $count) (i32.const 1)))
         (if (i32.eq (global.get $count) (i32.const {calls}))
           (then
             (drop (call $set_effective_context (global.get $stream)))
             (drop (call $continue_stream (i32.const 0)))))
         """;

    private static HttpProtocols HttpProtocolsOf(string version) =>
        Version.Parse(version) == HttpVersion.Version20 ? HttpProtocols.Http2 : HttpProtocols.Http1;
}
