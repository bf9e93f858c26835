using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

public sealed class TrailerTests
{
    [Fact]
    public async Task A_plugin_sees_and_changes_the_trailers_of_a_grpc_response()
    {
        var plugin = Wat.Plugin(Wat.ResponseTrailers("""
            (drop (call $replace (i32.const 3) 'grpc-status' '7'))
            (drop (call $add (i32.const 3) 'x-more' '\c0\af'))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(GrpcAsync, plugin);

        using var response = await server.GetAsync("2.0");

        Assert.Equal("message", await response.TextAsync());
        Assert.Equal("7", Trailer(response, "grpc-status"));
        Assert.Equal("\u00c0\u00af", Trailer(response, "x-more"));
    }

    [Fact]
    public async Task Trailers_pass_a_plugin_that_does_not_look_at_them()
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("(i32.const 0)"));
        await using var server = await TestServer.StartAsync(GrpcAsync, plugin);

        using var response = await server.GetAsync("2.0");

        Assert.Equal("message", await response.TextAsync());
        Assert.Equal("0", Trailer(response, "grpc-status"));
    }

    [Fact]
    public async Task A_body_before_trailers_is_held_until_the_trailers_pass()
    {
        var plugin = Wat.Plugin(
            Wat.ResponseBody("(if (local.get $end) (then unreachable)) (i32.const 1)"),
            Wat.ResponseTrailers("""
                (drop (call $set_body (i32.const 1) (i32.const -1) (i32.const 0) '!'))
                (i32.const 0)
                """));
        await using var server = await TestServer.StartAsync(GrpcAsync, plugin);

        using var response = await server.GetAsync("2.0");

        Assert.Equal("message!", await response.TextAsync());
        Assert.Equal("0", Trailer(response, "grpc-status"));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_plugin_makes_trailers_at_the_end_of_a_body(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseBody("""
            (if (local.get $end)
              (then (drop (call $add (i32.const 3) 'x-sum' 'abc'))))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal("hello", await response.TextAsync());
        Assert.Equal(version == "2.0" ? "abc" : null, Trailer(response, "x-sum"));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Trailers_of_a_response_without_body_are_sent(string method)
    {
        var plugin = Wat.Plugin(Wat.ResponseTrailers(
            "(drop (call $replace (i32.const 3) 'grpc-status' '5')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            context =>
            {
                context.Response.AppendTrailer("grpc-status", "0");
                return Task.CompletedTask;
            },
            plugin);

        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/", UriKind.Relative));
        using var response = await server.SendAsync("2.0", request, TestContext.Current.CancellationToken);

        Assert.Equal("", await response.TextAsync());
        Assert.Equal("5", Trailer(response, "grpc-status"));
    }

    [Fact]
    public async Task A_plugin_sees_and_changes_the_trailers_of_a_request()
    {
        var plugin = Wat.Plugin(
            Wat.RequestBody("(if (local.get $end) (then unreachable)) (i32.const 1)"),
            Wat.RequestTrailers("""
                (drop (call $replace (i32.const 1) 'x-sum' 'changed'))
                (drop (call $set_body (i32.const 0) (i32.const -1) (i32.const 0) '!'))
                (i32.const 0)
                """));
        await using var server = await TestServer.StartAsync(EchoWithTrailerAsync, plugin);

        var raw = await server.ExchangeRawAsync(ChunkedWithTrailer);

        Assert.Contains("hello!changed", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nConnection: close\r\n\r\nhello")]
    [InlineData("Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    public async Task A_plugin_makes_trailers_at_the_end_of_a_request(string rest)
    {
        var plugin = Wat.Plugin(Wat.RequestBody("""
            (if (local.get $end)
              (then (drop (call $add (i32.const 1) 'x-sum' 'made'))))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(EchoWithTrailerAsync, plugin);

        var raw = await server.ExchangeRawAsync($"POST / HTTP/1.1\r\nHost: a\r\n{rest}");

        Assert.Contains("HTTP/1.1 200 OK", raw, StringComparison.Ordinal);
        Assert.Contains("hello", raw, StringComparison.Ordinal);
        Assert.Empty(server.Log.Records);
    }

    private const string ChunkedWithTrailer =
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        + "5\r\nhello\r\n0\r\nx-sum: abc\r\n\r\n";

    private static async Task EchoWithTrailerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var trailer = context.Request.CheckTrailersAvailable() ? context.Request.GetTrailer("x-sum").ToString() : "";
        await context.Response.WriteAsync(text + trailer);
    }

    private static async Task GrpcAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        await context.Response.WriteAsync("message");
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private static string? Trailer(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
