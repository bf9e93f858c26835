using ProxyWasm.Interop.Tests.Building;
using ProxyWasm.Interop.Tests.Serving;

namespace ProxyWasm.Interop.Tests;

/// <summary>Plugins of another SDK at work in the gateway.</summary>
public sealed class AssemblyScriptTests
{
    [Theory]
    [InlineData("1.1", "", "world")]
    [InlineData("2.0", "", "world")]
    [InlineData("1.1", "configured", "configured")]
    [InlineData("2.0", "configured", "configured")]
    public async Task Add_header_adds_a_header_to_request_and_response(string version, string configuration, string expected)
    {
        await using var gateway = await StartAsync("add-header", configuration);

        using var response = await gateway.SendAsync(version);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal([expected], response.Headers.GetValues("x-received"));
        Assert.Equal([expected], response.Headers.GetValues("hello"));
    }

    [Theory]
    [InlineData("1.1", "", "some words", "SOME WORDS")]
    [InlineData("2.0", "", "some words", "SOME WORDS")]
    [InlineData("1.1", "some=many", "some words, some more", "many words, many more")]
    [InlineData("2.0", "some=many", "some words, some more", "many words, many more")]
    public async Task Body_rewrite_rewrites_bodies(string version, string configuration, string body, string expected)
    {
        await using var gateway = await StartAsync("body-rewrite", configuration);

        using var response = await gateway.SendAsync(version, "/", new StringContent(body));

        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Local_response_answers_by_itself(string version)
    {
        await using var gateway = await StartAsync("local-response");

        using var blocked = await gateway.SendAsync(version, "/blocked/by?name");
        using var passed = await gateway.SendAsync(version, "/open");

        Assert.Equal(403, (int)blocked.StatusCode);
        Assert.Equal(
            "The path /blocked/by?name is blocked.\n",
            await blocked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["local-response"], blocked.Headers.GetValues("x-blocked-by"));
        Assert.Equal(["one", "two"], blocked.Headers.GetValues("x-many"));
        Assert.Equal(200, (int)passed.StatusCode);
    }

    [Theory]
    [InlineData("1.1", "", "")]
    [InlineData("2.0", "config-echo", "some configuration")]
    public async Task Config_echo_shows_its_configuration(string version, string rootId, string sdkReads)
    {
        await using var gateway = await TestGateway.StartAsync(TestGateway.Plugin(
            "config-echo", await PluginBuild.ReadAsync("config-echo"), "some configuration", rootId));

        using var response = await gateway.SendAsync(version);

        Assert.Equal("some configuration", Assert.Single(response.Headers.GetValues("x-configuration")));
        Assert.Equal(sdkReads, Assert.Single(response.Headers.GetValues("x-sdk-configuration")));
        Assert.Contains("config-echo: configuration (18 bytes): some configuration", gateway.Log.PluginMessages);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Log_headers_logs_what_it_sees(string version)
    {
        await using var gateway = await StartAsync("log-headers");

        using var response = await gateway.SendAsync(version, "/some/path");

        Assert.Contains("log-headers: request header :method: GET", gateway.Log.PluginMessages);
        Assert.Contains("log-headers: request header :path: /some/path", gateway.Log.PluginMessages);
        Assert.Contains("log-headers: request header :scheme: http", gateway.Log.PluginMessages);
        Assert.Contains("log-headers: response header :status: 200", gateway.Log.PluginMessages);
        Assert.Empty(gateway.Log.Errors);
    }

    private static async Task<TestGateway> StartAsync(string plugin, string configuration = "") =>
        await TestGateway.StartAsync(TestGateway.Plugin(plugin, await PluginBuild.ReadAsync(plugin), configuration));
}
