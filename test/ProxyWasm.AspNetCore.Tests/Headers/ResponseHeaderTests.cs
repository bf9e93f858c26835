using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Headers;

public sealed class ResponseHeaderTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_plugin_adds_replaces_and_removes_response_headers(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("""
            (drop (call $add (i32.const 2) 'x-new' 'one'))
            (drop (call $replace (i32.const 2) 'x-old' 'changed'))
            (drop (call $remove (i32.const 2) 'x-gone'))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                context.Response.Headers["x-old"] = "a";
                context.Response.Headers["x-gone"] = "b";
                await Apps.Hello(context);
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal("hello", await response.TextAsync());
        Assert.Equal("[one]", response.Header("x-new"));
        Assert.Equal("[changed]", response.Header("x-old"));
        Assert.Equal("", response.Header("x-gone"));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Cookies_stay_separate(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("(drop (call $add (i32.const 2) 'set-cookie' 'c=3')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                context.Response.Headers.Append("Set-Cookie", "a=1");
                context.Response.Headers.Append("Set-Cookie", "b=2");
                await Apps.Hello(context);
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal("[a=1][b=2][c=3]", response.Header("set-cookie"));
    }

    [Fact]
    public async Task A_new_status_comes_with_its_own_reason()
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("(drop (call $replace (i32.const 2) ':status' '418')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(
            context =>
            {
                context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseFeature>()!.ReasonPhrase = "Fine";
                return Apps.Hello(context);
            },
            plugin);

        var raw = await server.ExchangeRawAsync("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 418 I'm a teapot\r\n", raw, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("99")]
    [InlineData("600")]
    [InlineData("abc")]
    [InlineData("2000")]
    [InlineData("101")]
    public async Task What_is_no_status_is_ignored(string status)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders(
            $"(drop (call $replace (i32.const 2) ':status' '{status}')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync("1.1");

        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_response_without_status_is_answered_502()
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("(drop (call $remove (i32.const 2) ':status')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync("1.1");

        Assert.Equal(502, (int)response.StatusCode);
        Assert.Equal("", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Header_bytes_beyond_ascii_arrive_as_they_were_sent(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("""
            (drop (call $response 'x-bytes'))
            (drop (call $add (i32.const 2) 'x-copy' (call $at) (call $size)))
            (i32.const 0)
            """));
        await using var server = await TestServer.StartAsync(
            context =>
            {
                context.Response.Headers["x-bytes"] = "\u00c0\u00af";
                return Apps.Hello(context);
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal("[\u00c0\u00af]", response.Header("x-bytes"));
        Assert.Equal("[\u00c0\u00af]", response.Header("x-copy"));
    }

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    public async Task A_content_length_that_is_none_does_not_reach_the_client(string value)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders(
            $"(drop (call $replace (i32.const 2) 'content-length' '{value}')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync("1.1");

        Assert.Equal(502, (int)response.StatusCode);
        Assert.DoesNotContain(server.Log.Records, record => record.Contains("Exception", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_plugin_turns_a_response_into_one_without_body(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("(drop (call $replace (i32.const 2) ':status' '204')) (i32.const 0)"));
        await using var server = await TestServer.StartAsync(Apps.Hello, plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("", await response.TextAsync());
    }
}
