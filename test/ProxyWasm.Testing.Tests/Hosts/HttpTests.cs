using ProxyWasm.Host;
using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Testing.Tests.Hosts;

public sealed class HttpTests
{
    private static readonly string Hello = Path.Combine(AppContext.BaseDirectory, "Modules", "hello.wat");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_that_the_plugin_adds_are_seen()
    {
        await using var host = await TestHost.StartAsync(new TestPlugin(Hello), cancellationToken: Cancellation);
        var stream = host.OpenStream();

        var request = stream.RequestHeaders((":path", "/a"), ("x-mine", "1"));
        var response = stream.ResponseHeaders(("content-type", "text/plain"));

        Assert.Equal(StepAction.Continue, request.Action);
        Assert.Equal("hello", request.Headers["x-wild-request"]);
        Assert.Equal("1", request.Headers["X-Mine"]);
        Assert.Equal("GET", request.Headers[":method"]);
        Assert.Equal("world", response.Headers["hello"]);
        Assert.Null(response.Headers["absent"]);
        Assert.True(stream.Request.HasEnded);
        Assert.True(stream.Response.HasEnded);
    }

    [Fact]
    public async Task A_local_response_passes_through_the_plugin()
    {
        await using var host = await TestHost.StartAsync(new TestPlugin(Hello), cancellationToken: Cancellation);
        var stream = host.OpenStream();

        var request = stream.RequestHeaders((":path", "/wild"));

        Assert.Equal(StepAction.LocalResponse, request.Action);
        Assert.Equal(418, request.LocalResponse!.StatusCode);
        Assert.Equal("the gate is a teapot", request.LocalResponse.Details);
        Assert.Contains("Come in!", request.LocalResponse.Text, StringComparison.Ordinal);
        Assert.Equal("418", stream.Response.Headers[":status"]);
        Assert.Equal("world", stream.Response.Headers["hello"]);
        Assert.Contains("Come in!", stream.Response.Text, StringComparison.Ordinal);
        Assert.True(stream.Response.HasEnded);
        var error = Assert.Throws<InvalidOperationException>(() => stream.ResponseHeaders());
        Assert.Contains("answered", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_bodies_accumulate_and_are_let_go()
    {
        var plugin = Modules.Plugin(Wat.Callback(
            "request_body",
            """(call $say_body @"body" (i32.const 0))""",
            "(i32.xor (local.get $end) (i32.const 1))"));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var stream = host.OpenStream();
        stream.RequestHeaders([(":method", "POST")], endOfStream: false);

        var first = stream.RequestBody("one ", endOfStream: false);
        var second = stream.RequestBody("two");

        Assert.Equal(StepAction.Pause, first.Action);
        Assert.Equal("", first.Text);
        Assert.Equal(StepAction.Continue, second.Action);
        Assert.Equal("one two", second.Text);
        Assert.Equal(["body 0 one two"], second.Logs.Select(log => log.Message));
        Assert.Equal("one two", stream.Request.Text);
    }

    [Fact]
    public async Task Trailers_of_both_directions_are_presented()
    {
        var plugin = Modules.Plugin(
            Wat.Trailers("request", """(drop (call $add (i32.const 1) @"x-sum" @"1"))""")
            + Wat.Trailers("response", """(drop (call $add (i32.const 3) @"x-sum" @"2"))"""));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var stream = host.OpenStream();
        stream.RequestHeaders([], endOfStream: false);

        var request = stream.RequestTrailers(("a", "b"));
        stream.ResponseHeaders([], endOfStream: false);
        var response = stream.ResponseTrailers(("c", "d"));

        Assert.Equal("a: b\nx-sum: 1", request.Headers.ToString());
        Assert.Equal("c: d\nx-sum: 2", response.Headers.ToString());
        Assert.Equal("2", stream.Response.Trailers["x-sum"]);
    }

    [Fact]
    public async Task Several_streams_are_open_at_once()
    {
        await using var host = await TestHost.StartAsync(new TestPlugin(Hello), cancellationToken: Cancellation);
        var (first, second) = (host.OpenStream(), host.OpenStream());

        first.RequestHeaders((":path", "/1"));
        second.RequestHeaders((":path", "/2"));
        first.Finish();
        second.ResponseHeaders();

        Assert.Equal("/1", first.Request.Headers[":path"]);
        Assert.Equal("/2", second.Request.Headers[":path"]);
        Assert.Equal("world", second.Response.Headers["hello"]);
    }

    [Fact]
    public async Task The_end_of_a_stream_is_logged_and_later_events_are_errors()
    {
        var plugin = Modules.Plugin(
            Wat.Callback("request_headers", "")
            + Wat.Event("log", """(call $say @"log")""")
            + Wat.Done("""(call $say @"done")""")
            + Wat.Event("delete", """(call $say @"delete")"""));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var stream = host.OpenStream();
        stream.RequestHeaders();

        var end = stream.Finish();

        Assert.Equal(["log", "done", "delete"], end.Logs.Select(log => log.Message));
        Assert.Throws<InvalidOperationException>(() => stream.Finish());
        Assert.Throws<InvalidOperationException>(() => stream.ResponseHeaders());
    }

    [Fact]
    public async Task Events_out_of_turn_say_what_to_do()
    {
        await using var host = await TestHost.StartAsync(new TestPlugin(Hello), cancellationToken: Cancellation);
        var stream = host.OpenStream();

        Assert.Throws<InvalidOperationException>(() => stream.RequestBody("early"));
        stream.RequestHeaders();
        var late = Assert.Throws<InvalidOperationException>(() => stream.RequestBody("late"));
        Assert.Throws<InvalidOperationException>(() => stream.RequestHeaders());

        Assert.Contains("endOfStream: false", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_fails_answers_503_and_starts_again()
    {
        var plugin = Modules.Plugin(Wat.Callback("request_headers", "(unreachable)"));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var stream = host.OpenStream();

        var request = stream.RequestHeaders();

        Assert.Equal(503, request.LocalResponse!.StatusCode);
        Assert.Equal("wasm_fail_stream", request.LocalResponse.Details);
        Assert.Contains(host.HostMessages, text => text.Contains("failed in proxy_on_request_headers"));
        Assert.True(host.IsRunning);
    }

    [Fact]
    public async Task A_plugin_that_rejects_its_configuration_does_not_start()
    {
        var plugin = Modules.Plugin(Wat.Start("configure", "", result: 0));

        var error = await Assert.ThrowsAsync<PluginLoadException>(
            () => TestHost.StartAsync(plugin, cancellationToken: Cancellation));

        Assert.Equal("PW2004", error.Id);
    }
}
