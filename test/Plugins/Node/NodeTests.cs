using Plugins.Tests.FirebaseAuth;

namespace Plugins.Tests.Node;

/// <summary>The same modules run in V8, under a host that has nothing in common with ours.</summary>
public sealed class NodeTests(KeyFixture keys) : IClassFixture<KeyFixture>
{
    private static readonly (string, string)[] Get = [(":method", "GET"), (":path", "/"), (":authority", "a")];

    [Fact]
    public async Task Hello()
    {
        var results = await NodeHost.RunAsync(
            "Hello", """{ "text": "V8" }""", 0, NodeHost.Request(Get), NodeHost.Response((":status", "200")), NodeHost.Do("end"));

        Assert.Equal("V8", NodeHost.Header(results[1]!["headers"], "hello"));
    }

    [Fact]
    public async Task Get_wild()
    {
        var results = await NodeHost.RunAsync(
            "GetWild", "", 0, NodeHost.Request(Get), NodeHost.Request((":method", "PUT"), (":path", "/"), (":authority", "a")));

        Assert.Equal(418, results[0]!["response"]!["status"]!.GetValue<int>());
        Assert.Equal("PUT", NodeHost.Header(results[1]!["headers"], ":method"));
    }

    [Fact]
    public async Task Http_callout()
    {
        var results = await NodeHost.RunAsync(
            "HttpCallout", """{ "cluster": "uuid" }""", 0,
            NodeHost.Request(Get), NodeHost.Do("calls"), NodeHost.Answer("0123", (":status", "200")));

        Assert.True(results[0]!["waits"]!.GetValue<bool>());
        Assert.Equal("uuid", results[1]![0]!["cluster"]!.GetValue<string>());
        Assert.Equal("0123", results[2]!["response"]!["body"]!.GetValue<string>());
    }

    [Fact]
    public async Task Firebase_auth_without_the_host_function()
    {
        var good = TokenMaker.Sign(keys.First);
        var results = await NodeHost.RunAsync(
            "FirebaseAuth", """{ "projectId": "wild-gate-1", "keys": { "cluster": "google" } }""", TokenMaker.Now,
            NodeHost.Answer(SigningKey.WebKeys(keys.First), (":status", "200"), ("cache-control", "max-age=1000")),
            NodeHost.Request([.. Get, ("authorization", $"Bearer {good}")]),
            NodeHost.Request(Get),
            NodeHost.Request([.. Get, ("authorization", $"Bearer {TokenMaker.Sign(keys.Second, header: TokenMaker.Header(keys.First))}")]),
            NodeHost.Do("metrics"));

        Assert.Equal("cat-7", NodeHost.Header(results[1]!["headers"], "x-firebase-uid"));
        Assert.Equal(401, results[2]!["response"]!["status"]!.GetValue<int>());
        Assert.Contains("signature", NodeHost.Header(results[3]!["response"]!["headers"], "www-authenticate"), StringComparison.Ordinal);
        Assert.Equal(1, results[4]!["firebase_auth.granted"]!.GetValue<int>());
    }

    [Fact]
    public async Task Request_metrics_and_rate_limit()
    {
        var metrics = await NodeHost.RunAsync(
            "RequestMetrics", "", 1, NodeHost.Request(Get), NodeHost.Response((":status", "404")), NodeHost.Do("end"), NodeHost.Do("metrics"));
        var limits = await NodeHost.RunAsync("RateLimit", """{ "requests": 1 }""", 1, NodeHost.Request(Get), NodeHost.Request(Get));

        Assert.Equal(1, metrics[3]!["http.requests.unnamed.4xx"]!.GetValue<int>());
        Assert.NotNull(limits[0]!["headers"]);
        Assert.Equal(429, limits[1]!["response"]!["status"]!.GetValue<int>());
    }
}
