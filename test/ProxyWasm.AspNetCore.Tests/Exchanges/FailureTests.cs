using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Tests.Serving;
using ProxyWasm.Host;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

/// <summary>Plugins that trap, and applications that throw.</summary>
public sealed class FailureTests
{
    public static TheoryData<string, string> Traps
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var version in (string[])["1.1", "2.0"])
            {
                data.Add(version, Wat.Plugin(Wat.RequestHeaders("unreachable")));
                data.Add(version, Wat.Plugin(Wat.RequestBody("unreachable")));
                data.Add(version, Wat.Plugin(Wat.ResponseHeaders("unreachable")));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public async Task A_trap_is_answered_503_when_the_plugin_fails_closed(string version, string plugin)
    {
        await using var server = await TestServer.StartAsync(Apps.Echo, plugin);

        using var response = await server.PostAsync(version, new StringContent("some body"));

        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal("", await response.TextAsync());
        Assert.Contains("plugin-0", Assert.Single(server.Log.Records), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Traps))]
    public async Task A_trap_is_passed_over_when_the_plugin_fails_open(string version, string plugin)
    {
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Plugin = options => options with { FailurePolicy = FailurePolicy.FailOpen } },
            Apps.Echo,
            plugin);

        using var response = await server.PostAsync(version, new StringContent("some body"));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("some body", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_trap_after_the_headers_are_out_resets_the_stream(string version)
    {
        await using var server = await TestServer.StartAsync(Apps.Hello, Wat.Plugin(Wat.ResponseBody("unreachable")));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.GetAsync(version));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task An_application_that_throws_before_its_response_gives_500_and_leaves_nothing_behind(string version)
    {
        await using var server = await TestServer.StartAsync(
            context => context.Request.Path == "/throw" ? throw new InvalidDataException("broken") : Apps.Hello(context),
            OpenContexts);

        using var failed = await server.GetAsync(version, "/throw");
        using var next = await server.GetAsync(version);

        Assert.Equal(500, (int)failed.StatusCode);
        Assert.Equal("[1]", next.Header("x-open"));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task An_application_that_throws_within_its_response_breaks_it_off(string version)
    {
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                await context.Response.WriteAsync("begin");
                if (context.Request.Path == "/throw")
                {
                    throw new InvalidDataException("broken");
                }
            },
            OpenContexts);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.GetAsync(version, "/throw"));
        using var next = await server.GetAsync(version);

        Assert.Equal("[1]", next.Header("x-open"));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task An_application_that_throws_while_a_plugin_holds_its_response_gives_500(string version)
    {
        var plugin = Wat.Plugin(Wat.ResponseHeaders("(i32.const 3)"));
        await using var server = await TestServer.StartAsync(
            async context =>
            {
                context.Response.Headers["x-app"] = "1";
                await context.Response.WriteAsync("begin");
                throw new InvalidDataException("broken");
            },
            plugin);

        using var response = await server.GetAsync(version);

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("", await response.TextAsync());
        Assert.Equal("", response.Header("x-app"));
    }

    /// <summary>Answers with the number of its streams in <c>x-open</c>.</summary>
    internal static string OpenContexts { get; } = Wat.Plugin(
        """
        (global $open (mut i32) (i32.const 0))
        (func (export "proxy_on_context_create") (param $context i32) (param $parent i32)
          (if (local.get $parent) (then (global.set $open (i32.add (global.get $open) (i32.const 1))))))
        (func (export "proxy_on_delete") (param i32)
          (global.set $open (i32.sub (global.get $open) (i32.const 1))))

        """,
        Wat.ResponseHeaders("""
            (i32.store8 (i32.const 64) (i32.add (i32.const 48) (global.get $open)))
            (drop (call $add (i32.const 2) 'x-open' (i32.const 64) (i32.const 1)))
            (i32.const 0)
            """),
        Wat.RequestBody("(i32.const 0)"),
        Wat.ResponseBody("(i32.const 0)"));
}
