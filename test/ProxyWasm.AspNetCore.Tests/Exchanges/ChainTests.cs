using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProxyWasm.AspNetCore.Tests.Serving;

namespace ProxyWasm.AspNetCore.Tests.Exchanges;

/// <summary>Several plugins, several chains, and what stands behind them.</summary>
public sealed class ChainTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task A_request_meets_plugins_first_to_last_and_a_response_last_to_first(string version)
    {
        await using var server = await TestServer.StartAsync(Apps.Echo, Named('A'), Named('B'), Named('C'));

        using var response = await server.PostAsync(version, new StringContent("-"));

        Assert.Equal("-ABCcba", await response.TextAsync());
        Assert.Equal("[C][B][A]", response.Header("x-order"));
        Assert.Equal(
            ["plugin-0: A", "plugin-1: B", "plugin-2: C"], server.PluginLog.Messages.Take(3));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Later_plugins_do_not_see_what_an_earlier_one_answers(string version)
    {
        var answering = Wat.Plugin(Wat.RequestHeaders("(call $answer (i32.const 403) 'no') (i32.const 1)"));
        await using var server = await TestServer.StartAsync(Apps.Echo, Named('A'), answering, Named('C'));

        using var response = await server.GetAsync(version);

        Assert.Equal(403, (int)response.StatusCode);
        Assert.Equal("[A]", response.Header("x-order"));
        Assert.DoesNotContain("plugin-2: C", server.PluginLog.Messages);
    }

    [Fact]
    public async Task Each_request_goes_through_the_chain_that_is_chosen_for_it()
    {
        var options = new TestServerOptions
        {
            SelectChain = (host, plugins) =>
            {
                var first = host.CreateHttpChain(plugins[0]);
                var second = host.CreateHttpChain(plugins[1], plugins[0]);
                return context => context.Request.Path.Value switch
                {
                    "/first" => first,
                    "/second" => second,
                    _ => null,
                };
            },
        };
        await using var server = await TestServer.StartAsync(options, Apps.Hello, Named('A'), Named('B'));

        using var first = await server.GetAsync("1.1", "/first");
        using var second = await server.GetAsync("1.1", "/second");
        using var none = await server.GetAsync("1.1", "/none");

        Assert.Equal("[A]", first.Header("x-order"));
        Assert.Equal("[A][B]", second.Header("x-order"));
        Assert.Equal("", none.Header("x-order"));
    }

    [Fact]
    public async Task A_path_that_a_plugin_changes_leads_to_another_endpoint()
    {
        var plugin = Wat.Plugin(Wat.RequestHeaders("(drop (call $replace (i32.const 0) ':path' '/b%20c/7?q=1')) (i32.const 0)"));
        var options = new TestServerOptions
        {
            HasEndpoints = true,
            After = app =>
            {
                app.UseRouting();
                app.Map("/a", context => context.Response.WriteAsync("a"));
                app.Map(
                    "/b c/{id}",
                    context => context.Response.WriteAsync($"b {context.Request.RouteValues["id"]}{context.Request.QueryString}"));
            },
        };
        await using var server = await TestServer.StartAsync(options, Apps.Hello, plugin);

        using var response = await server.GetAsync("1.1", "/a");

        Assert.Equal("b 7?q=1", await response.TextAsync());
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Plugins_stand_in_front_of_a_reverse_proxy(string version)
    {
        await using var upstream = await TestServer.StartAsync(Apps.Mirror, Wat.Plugin());
        var options = new TestServerOptions
        {
            Services = services => services.AddHttpForwarder(),
            HasEndpoints = true,
            After = app =>
            {
                app.UseRouting();
                app.MapForwarder("/{**rest}", upstream.Http1.ToString());
            },
        };
        await using var server = await TestServer.StartAsync(options, Apps.Hello, Named('A'), Named('B'));

        using var response = await server.PostAsync(version, new StringContent("some body"), "/x?y");
        var text = await response.TextAsync();

        Assert.Contains("POST /x?y", text, StringComparison.Ordinal);
        Assert.EndsWith("some bodyABba", text, StringComparison.Ordinal);
        Assert.Equal("[B][A]", response.Header("x-order"));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Plugins_may_stand_twice_in_one_pipeline(string version)
    {
        var options = new TestServerOptions
        {
            After = app => app.UseProxyWasm(new Host.PluginOptions
            {
                Name = "inner",
                Code = app.Services.GetRequiredService<Host.PluginHost>().ConvertText(Named('I')),
            }),
        };
        await using var server = await TestServer.StartAsync(options, Apps.Echo, Named('O'));

        using var response = await server.PostAsync(version, new StringContent("-"));

        Assert.Equal("-OIio", await response.TextAsync());
        Assert.Equal("[I][O]", response.Header("x-order"));
    }

    // Appends its upper-case letter to requests and its lower-case letter to responses.
    private static string Named(char letter) => Wat.Plugin(
        Wat.RequestHeaders($"""
            (call $say '{letter}')
            (drop (call $remove (i32.const 0) 'content-length'))
            (i32.const 0)
            """),
        Wat.ResponseHeaders($"""
            (drop (call $remove (i32.const 2) 'content-length'))
            (drop (call $add (i32.const 2) 'x-order' '{letter}'))
            (i32.const 0)
            """),
        Wat.RequestBody(Append(0, letter)),
        Wat.ResponseBody(Append(1, char.ToLowerInvariant(letter))));

    private static string Append(int buffer, char letter) => $"""
        (if (local.get $end)
          (then (drop (call $set_body (i32.const {buffer}) (i32.const -1) (i32.const 0) '{letter}'))))
        (i32.const 0)
        """;
}
