using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Routing;

public sealed class RoutingTests
{
    private const string Hosts = """
        - name: exact
          domains: ["one.test", "one.test:8080"]
          routes: [ { match: { prefix: / }, direct_response: { status: 200, body: { inline_string: exact } } } ]
        - name: suffix
          domains: ["*.two.test"]
          routes: [ { match: { prefix: / }, direct_response: { status: 200, body: { inline_string: suffix } } } ]
        - name: longer
          domains: ["*.longer.two.test"]
          routes: [ { match: { prefix: / }, direct_response: { status: 200, body: { inline_string: longer } } } ]
        - name: prefix
          domains: ["three.*"]
          routes: [ { match: { prefix: / }, direct_response: { status: 200, body: { inline_string: prefix } } } ]
        - name: any
          domains: ["*"]
          routes:
          - { match: { path: /exact }, direct_response: { status: 200, body: { inline_string: path } } }
          - { match: { prefix: /pre }, direct_response: { status: 418, body: { inline_string: pre } } }
          - { match: { prefix: /prefix }, direct_response: { status: 200, body: { inline_string: never } } }
          - { match: { path: /empty }, direct_response: { status: 202 } }
        """;

    [Theory]
    [InlineData("one.test", "exact")]
    [InlineData("ONE.TEST", "exact")]
    [InlineData("one.test:8080", "exact")]
    [InlineData("one.test:81", "")]
    [InlineData("a.two.test", "suffix")]
    [InlineData("a.b.two.test", "suffix")]
    [InlineData("two.test", "")]
    [InlineData("-.two.test", "suffix")]
    [InlineData("a.longer.two.test", "longer")]
    [InlineData("three.example", "prefix")]
    [InlineData("four.test", "")]
    public async Task The_host_chooses_exact_then_longest_suffix_then_prefix_then_any(string host, string expected)
    {
        await using var gateway = await StartAsync(Hosts);

        var (status, body) = await gateway.GetAsync("/", host: host);

        Assert.Equal((expected.Length == 0 ? 404 : 200, expected), (status, body));
    }

    [Theory]
    [InlineData("/exact", 200, "path")]
    [InlineData("/exact?query", 200, "path")]
    [InlineData("/exact/more", 404, "")]
    [InlineData("/Exact", 404, "")]
    [InlineData("/pre", 418, "pre")]
    [InlineData("/prefix", 418, "pre")]
    [InlineData("/empty", 202, "")]
    [InlineData("/?/exact", 404, "")]
    public async Task The_path_chooses_the_first_route_that_matches(string path, int status, string body)
    {
        await using var gateway = await StartAsync(Hosts);

        Assert.Equal((status, body), await gateway.GetAsync(path));
        Assert.Equal((status, body), await gateway.GetAsync(path, "2.0"));
    }

    [Theory]
    [InlineData("prefix: /api", "/new", "/api/x?y", "/new/x?y")]
    [InlineData("prefix: /api", "/", "/api/x", "//x")]
    [InlineData("prefix: /api/", "/", "/api/x", "/x")]
    [InlineData("prefix: /api", "/new", "/apix", "/newx")]
    [InlineData("path: /api", "/new", "/api?x=/api", "/new?x=/api")]
    [InlineData("prefix: /api", "new", "/api/x", "/new/x")]
    public async Task A_prefix_is_replaced_as_it_is_written(string match, string rewrite, string path, string expected)
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(
            Yaml.VirtualHost($"- {{ match: {{ {match} }}, route: {{ cluster: upstream, prefix_rewrite: {rewrite} }} }}"),
            upstream.Port);

        var (_, body) = await gateway.GetAsync(path);

        Assert.StartsWith($"GET {expected} ", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "client.test")]
    [InlineData(", host_rewrite_literal: written.test", "written.test")]
    [InlineData(", auto_host_rewrite: true", "client.test")]
    public async Task The_upstream_sees_the_host_that_the_route_says(string option, string expected)
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(
            Yaml.VirtualHost($"- {{ match: {{ prefix: / }}, route: {{ cluster: upstream{option} }} }}"), upstream.Port);

        var (_, body) = await gateway.GetAsync("/", host: "client.test");

        Assert.EndsWith($" {expected}\n", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1, port_value: PORT } }, hostname: named.test", "named.test")]
    [InlineData("localhost, port_value: PORT } }", "localhost")]
    public async Task An_endpoint_that_has_a_name_gives_it_to_its_requests(string endpoint, string expected)
    {
        await using var upstream = await Upstream.MirrorAsync();
        endpoint = endpoint.Replace("PORT", $"{upstream.Port}", StringComparison.Ordinal);
        var cluster = $$"""
              - name: upstream
                type: STRICT_DNS
                load_assignment:
                  cluster_name: upstream
                  endpoints:
                  - lb_endpoints:
                    - endpoint: { address: { socket_address: { address: {{endpoint}} }
            """;
        var hosts = Yaml.VirtualHost("- { match: { prefix: / }, route: { cluster: upstream, auto_host_rewrite: true } }");
        await using var gateway = await GatewayServer.StartAsync(
            Yaml.Gateway(Yaml.Listener(hosts), cluster),
            new GatewayOptions { Workers = 1 },
            TestContext.Current.CancellationToken);

        var (_, body) = await gateway.GetAsync("/", host: "client.test");

        Assert.EndsWith($" {expected}\n", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a%2Fb?x=%20")]
    [InlineData("//double")]
    [InlineData("/a/../b")]
    [InlineData("/%41%c3%a9?%zz")]
    [InlineData("/a;b=c:@&=+$,!*'()|\"<>^`{}")]
    [InlineData("/?")]
    [InlineData("/a\\b")]
    public async Task The_upstream_sees_the_target_byte_for_byte(string target)
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(Yaml.VirtualHost(Yaml.ForwardAll), upstream.Port);

        var raw = await gateway.ExchangeRawAsync($"GET {target} HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n");

        Assert.Contains($"GET {target} HTTP/1.1 a.test\n", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_in_absolute_form_reaches_the_upstream_in_origin_form()
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(Yaml.VirtualHost(Yaml.ForwardAll), upstream.Port);

        var raw = await gateway.ExchangeRawAsync(
            "GET http://a.test/x%2Fy?z HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n");

        Assert.Contains("GET /x%2Fy?z HTTP/1.1 a.test\n", raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_beyond_ascii_in_a_target_are_refused()
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(Yaml.VirtualHost(Yaml.ForwardAll), upstream.Port);

        var raw = await gateway.ExchangeRawAsync("GET /\u00e9 HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", raw, StringComparison.Ordinal);
    }

    private static Task<GatewayServer> StartAsync(string hosts, int upstream = 9) =>
        GatewayServer.StartAsync(
            Yaml.Gateway(Yaml.Listener(hosts), Yaml.Cluster("", upstream)),
            new GatewayOptions { Workers = 1 },
            TestContext.Current.CancellationToken);
}
