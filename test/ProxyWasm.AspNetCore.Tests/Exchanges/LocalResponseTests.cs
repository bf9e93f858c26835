using System.Net;
using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

public sealed class LocalResponseTests
{
    private static readonly string Forbidden =
        $"(drop (call $send (i32.const 403) 'why not' 'no' {Wat.Pairs(("x-y", "1"), ("x-y", "2"))} (i32.const -1)))";

    private static readonly string OwnResponse = Wat.ResponseHeaders(
        "(drop (call $add (i32.const 2) 'x-own' 'seen')) (i32.const 0)");

    [Theory]
    [InlineData("1.1", 0)]
    [InlineData("1.1", 1)]
    [InlineData("2.0", 0)]
    [InlineData("2.0", 1)]
    public async Task At_request_headers_the_application_never_runs(string version, int action)
    {
        var runs = 0;
        var plugin = Wat.Plugin(Wat.RequestHeaders($"{Forbidden} (i32.const {action})"), OwnResponse);
        await using var server = await TestServer.StartAsync(
            context =>
            {
                runs++;
                return Task.CompletedTask;
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("no", await response.TextAsync());
        Assert.Equal("[1][2]", response.Header("x-y"));
        Assert.Equal("[text/plain]", response.Header("content-type"));
        Assert.Equal("[2]", response.Header("content-length"));
        Assert.Equal("[seen]", response.Header("x-own"));
        Assert.Equal(0, runs);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task At_a_request_body_the_application_is_told_to_stop_and_no_longer_heard(string version)
    {
        var stopped = new TaskCompletionSource();
        var plugin = Wat.Plugin(Wat.RequestBody($"{Forbidden} (i32.const 1)"), OwnResponse);
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                var headers = context.Response.Headers;
                try
                {
                    await context.Request.Body.CopyToAsync(Stream.Null);
                }
                catch (OperationCanceledException)
                {
                    context.Response.StatusCode = 500;
                    context.Response.Headers["x-late"] = "1";
                    try
                    {
                        headers["x-late"] = "1";
                    }
                    catch (InvalidOperationException)
                    {
                        // Read-only headers are as good as headers that nobody sends.
                    }

                    stopped.SetResult();
                    await context.Response.WriteAsync("too late", CancellationToken.None);
                }
            },
            plugin);

        using var response = await server.PostAsync(version, new StringContent("body"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("no", await response.TextAsync());
        Assert.Equal("", response.Header("x-late"));
        Assert.Equal("[seen]", response.Header("x-own"));
        await stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task At_a_request_body_the_client_hears_it_while_the_application_waits_for_something_else(string version)
    {
        var plugin = Wat.Plugin(Wat.RequestBody($"{Forbidden} (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                var reading = context.Request.Body.ReadAsync(new byte[10], CancellationToken.None).AsTask();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                await reading;
            },
            plugin);

        using var response = await server.PostAsync(version, new StringContent("body"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("no", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task At_response_headers_it_takes_the_place_of_the_response(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders(
            $"(drop (call $add (i32.const 2) 'x-own' 'seen')) {Forbidden} (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                context.Response.Headers["x-app"] = "1";
                await Apps.Hello(context);
                await context.Response.WriteAsync(" and more");
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("no", await response.TextAsync());
        Assert.Equal("", response.Header("x-app"));
        Assert.Equal("", response.Header("x-own"));
    }

    [Fact]
    public async Task At_response_headers_it_also_replaces_what_the_application_left_in_its_pipe()
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders($"{Forbidden} (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            context =>
            {
                context.Response.BodyWriter.GetSpan(100).Fill((byte)'x');
                context.Response.BodyWriter.Advance(100);
                return Task.CompletedTask;
            },
            plugin);

        using var response = await server.GetAsync("1.1");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("no", await response.TextAsync());
        Assert.Empty(server.Log.Records);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task At_a_response_body_whose_headers_are_out_it_resets_the_stream(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseBody($"{Forbidden} (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.GetAsync(version));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task At_a_response_body_whose_headers_are_held_it_is_sent(string version)
    {
        var plugin = Wat.Plugin(
            Wat.ResponseHeaders("(i32.const 1)"), Wat.ResponseBody($"{Forbidden} (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Plugin = plugin => plugin with { AllowOnHeadersStopIteration = true } },
            Apps.Hello,
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("no", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Head_has_the_headers_of_get_and_no_body(string version)
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders($"{Forbidden} (i32.const 1)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri("/", UriKind.Relative));
        using var response = await server.SendAsync(version, request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("[2]", response.Header("content-length"));
        Assert.Equal("", await response.TextAsync());
    }

    [Theory]
    [InlineData(-1, "16")]
    [InlineData(7, "7")]
    [InlineData(99, "16")]
    public async Task A_grpc_client_gets_trailers_only(int status, string expected)
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders($"""
            (drop (call $send (i32.const 401) '' 'go away%' (i32.const 0) (i32.const 0) (i32.const {status})))
            (i32.const 1)
            """));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var content = new ByteArrayContent([0, 0, 0, 0, 0]);
        content.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        using var response = await server.PostAsync("2.0", content);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal($"[{expected}]", response.Header("grpc-status"));
        Assert.Equal("[go away%25]", response.Header("grpc-message"));
        Assert.Equal("[application/grpc]", response.Header("content-type"));
        Assert.Equal("", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_second_one_in_its_own_response_changes_nothing(string version)
    {
        var plugin = Wat.Plugin(
            Wat.RequestHeaders("(call $answer (i32.const 401) 'first') (call $answer (i32.const 402) 'second') (i32.const 1)"),
            Wat.ResponseHeaders("(call $answer (i32.const 403) 'third') (i32.const 1)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("first", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Plugins_rewrite_the_body_of_a_local_response(string version)
    {
        var plugin = Wat.Plugin(
            Wat.RequestHeaders($"{Forbidden} (i32.const 1)"),
            Wat.ResponseHeaders("(drop (call $remove (i32.const 2) 'content-length')) (i32.const 0)"),
            Wat.ResponseBody("(drop (call $set_body (i32.const 1) (i32.const 0) (i32.const -1) 'a longer no')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal("a longer no", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1", 0)]
    [InlineData("1.1", 1)]
    [InlineData("2.0", 0)]
    [InlineData("2.0", 1)]
    public async Task Closing_the_stream_at_request_headers_gives_the_client_no_response(string version, int stream)
    {
        var plugin = Wat.Plugin(
            Wat.RequestHeaders($"(drop (call $close (i32.const {stream}))) (i32.const 0)"),
            "(func (export \"proxy_on_log\") (param i32) (call $say 'log'))\n");
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.GetAsync(version));

        await PauseTests.SpinUntilAsync(() => server.PluginLog.Messages.Count > 0);
        Assert.Equal(["plugin-0: log"], server.PluginLog.Messages);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Closing_the_stream_at_response_headers_gives_the_client_no_response(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("(drop (call $close (i32.const 1))) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.GetAsync(version));
    }

    [Fact]
    public async Task A_connection_goes_on_after_a_local_response_to_an_unread_body()
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders($"{Forbidden} (i32.const 1)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        var raw = await server.ExchangeRawAsync(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
            + "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello");

        Assert.Equal(2, raw.Split("HTTP/1.1 403 Forbidden").Length - 1);
    }
}
