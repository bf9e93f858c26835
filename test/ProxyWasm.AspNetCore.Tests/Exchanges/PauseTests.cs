using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

/// <summary>Streams that plugins hold and release, from their own callbacks and from those of other streams.</summary>
public sealed class PauseTests
{
    // The first stream stores its number; a request for /resume acts on it.
    private const string Waiting = "(global $waiting (mut i32) (i32.const 0))\n";

    private const string IsResume = """
        (drop (call $request ':path'))
        (i32.eq (call $size) (i32.const 7))
        """;

    [Theory]
    [InlineData("1.1", 1)]
    [InlineData("1.1", 3)]
    [InlineData("2.0", 1)]
    [InlineData("2.0", 3)]
    public async Task A_request_held_at_its_headers_goes_on_when_another_stream_resumes_it(string version, int action)
    {
        var plugin = Wat.Plugin(
            Waiting,
            Wat.RequestHeaders($"""
                (if (result i32) (block (result i32) {IsResume})
                  (then
                    (drop (call $effective (global.get $waiting)))
                    (drop (call $replace (i32.const 0) 'x-late' 'added'))
                    (drop (call $continue (i32.const 0)))
                    (i32.const 0))
                  (else
                    (global.set $waiting (local.get $context))
                    (call $say 'waiting')
                    (i32.const {action})))
                """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        var held = server.PostAsync(version, new StringContent("some body"));
        await SpinUntilAsync(() => server.PluginLog.Messages.Count > 0);
        using var resuming = await server.GetAsync(version, "/resume");
        using var response = await held;
        var text = await response.TextAsync();

        Assert.Contains("x-late: added\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\nsome body", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1", 1)]
    [InlineData("1.1", 3)]
    [InlineData("2.0", 1)]
    [InlineData("2.0", 3)]
    public async Task A_request_held_at_its_headers_then_shows_its_body_to_the_plugin(string version, int action)
    {
        var plugin = Wat.Plugin(
            Wat.RequestHeaders($"""
                (drop (call $remove (i32.const 0) 'content-length'))
                (drop (call $continue (i32.const 0)))
                (i32.const {action})
                """),
            Wat.RequestBody("""
                (if (local.get $end)
                  (then (drop (call $set_body (i32.const 0) (i32.const -1) (i32.const 0) '!'))))
                (i32.const 0)
                """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.PostAsync(version, new StringContent("some body"));

        Assert.EndsWith("\nsome body!", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1", false)]
    [InlineData("1.1", true)]
    [InlineData("2.0", false)]
    [InlineData("2.0", true)]
    public async Task A_response_held_while_the_application_is_idle_goes_on_when_another_stream_resumes_it(
        string version, bool holdsBody)
    {
        var idle = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var plugin = Wat.Plugin(
            Waiting,
            Wat.RequestHeaders($"""
                (if (block (result i32) {IsResume})
                  (then
                    (drop (call $effective (global.get $waiting)))
                    (drop (call $continue (i32.const 1)))))
                (i32.const 0)
                """),
            Wat.ResponseHeaders(holdsBody ? "(i32.const 0)" : Hold(3)),
            holdsBody ? Wat.ResponseBody(Hold(1)) : "");
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                await context.Response.WriteAsync("first");
                if (context.Request.Path == "/")
                {
                    idle.SetResult();
                    await finish.Task;
                }

                await context.Response.WriteAsync(" second");
            },
            plugin);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        var held = server.SendAsync(version, request, TestContext.Current.CancellationToken);
        await idle.Task;
        using var resuming = await server.GetAsync(version, "/resume");
        using var response = await held;
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var first = new byte[5];
        await body.ReadExactlyAsync(first, TestContext.Current.CancellationToken);
        finish.SetResult();
        using var rest = new StreamReader(body);

        Assert.Equal("first"u8.ToArray(), first);
        Assert.Equal(" second", await rest.ReadToEndAsync(TestContext.Current.CancellationToken));

        static string Hold(int action) => $"""
            (if (result i32) (global.get $waiting)
              (then (i32.const 0))
              (else (global.set $waiting (local.get $context)) (i32.const {action})))
            """;
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_response_held_at_its_end_is_completed_when_another_stream_resumes_it(string version)
    {
        var plugin = Wat.Plugin(
            Waiting,
            Wat.RequestHeaders($"""
                (if (block (result i32) {IsResume})
                  (then
                    (drop (call $effective (global.get $waiting)))
                    (drop (call $continue (i32.const 1)))))
                (i32.const 0)
                """),
            Wat.ResponseBody("""
                (if (result i32) (i32.and (local.get $end) (i32.eqz (global.get $waiting)))
                  (then (global.set $waiting (local.get $context)) (call $say 'held') (i32.const 1))
                  (else (i32.const 0)))
                """));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        var held = server.GetAsync(version);
        await SpinUntilAsync(() => server.PluginLog.Messages.Count > 0);
        using var resuming = await server.GetAsync(version, "/resume");
        using var response = await held;

        Assert.Equal("hello", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Resuming_in_the_callback_that_pauses_is_no_pause(string version)
    {
        var plugin = Wat.Plugin(
            Wat.RequestHeaders("(drop (call $continue (i32.const 0))) (i32.const 1)"),
            Wat.ResponseHeaders("(drop (call $continue (i32.const 1))) (i32.const 1)"));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        using var response = await server.PostAsync(version, new StringContent("some body"));

        Assert.EndsWith("\nsome body", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_held_request_is_answered_from_another_stream(string version)
    {
        var plugin = Wat.Plugin(
            Waiting,
            Wat.RequestHeaders($"""
                (if (result i32) (block (result i32) {IsResume})
                  (then
                    (drop (call $effective (global.get $waiting)))
                    (call $answer (i32.const 429) 'enough')
                    (i32.const 0))
                  (else
                    (global.set $waiting (local.get $context))
                    (call $say 'waiting')
                    (i32.const 1)))
                """));
        await using var server = await TestServer.StartAsync(Apps.Mirror, plugin);

        var held = server.PostAsync(version, new StringContent("some body"));
        await SpinUntilAsync(() => server.PluginLog.Messages.Count > 0);
        using var resuming = await server.GetAsync(version, "/resume");
        using var response = await held;

        Assert.Equal(429, (int)response.StatusCode);
        Assert.Equal("enough", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_request_at_work_in_the_application_is_answered_from_another_stream(string version)
    {
        var stopped = new TaskCompletionSource();
        var plugin = Wat.Plugin(
            Waiting,
            Wat.RequestHeaders($"""
                (if (block (result i32) {IsResume})
                  (then
                    (drop (call $effective (global.get $waiting)))
                    (call $answer (i32.const 504) 'too slow'))
                  (else (global.set $waiting (local.get $context))))
                (i32.const 0)
                """));
        var working = new TaskCompletionSource();
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                if (context.Request.Path != "/resume")
                {
                    context.RequestAborted.Register(stopped.SetResult);
                    working.SetResult();
                    await Task.Delay(Timeout.Infinite, context.RequestAborted);
                }
            },
            plugin);

        var slow = server.GetAsync(version);
        await working.Task;
        using var resuming = await server.GetAsync(version, "/resume");
        using var response = await slow;

        Assert.Equal(504, (int)response.StatusCode);
        Assert.Equal("too slow", await response.TextAsync());
        await stopped.Task;
    }

    internal static async Task SpinUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
