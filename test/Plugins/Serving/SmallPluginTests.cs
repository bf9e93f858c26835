using System.Net;
using System.Net.Sockets;
using System.Text;
using Plugins.Tests.Building;

namespace Plugins.Tests.Serving;

/// <summary>The small plugins in the gateway, on real sockets.</summary>
public sealed class SmallPluginTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hello_sets_its_header()
    {
        await using var gateway = await StartAsync("Hello", "{}");
        using var response = await gateway.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));

        Assert.Equal("world", response.Headers.GetValues("hello").Single());
        Assert.Equal("from the gateway", await gateway.TextAsync(response));
    }

    [Fact]
    public async Task Get_wild_answers_GET_alone()
    {
        await using var gateway = await StartAsync("GetWild", "{}");
        using var wild = await gateway.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));
        using var put = await gateway.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/"));

        Assert.Equal(418, (int)wild.StatusCode);
        Assert.Equal("wildgate", wild.Headers.GetValues("powered-by").Single());
        Assert.Contains("(o)", await gateway.TextAsync(wild), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
    }

    [Fact]
    public async Task Http_callout_answers_with_what_a_service_says_or_that_it_is_away()
    {
        await using var service = await StartAsync("Hello", "{}");
        await using var gateway = await StartAsync("HttpCallout", """{ "cluster": "other" }""", service.Address.Port);
        await using var lonely = await StartAsync("HttpCallout", """{ "cluster": "other" }""", FreePort());
        using var answer = await gateway.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));
        using var failure = await lonely.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));

        Assert.Equal("from the gateway", await gateway.TextAsync(answer));
        Assert.Contains((int)failure.StatusCode, new[] { 502, 503 });
    }

    [Fact]
    public async Task Rate_limit_counts_over_all_workers()
    {
        await using var gateway = await StartAsync("RateLimit", """{ "requests": 3, "seconds": 1000 }""");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            using var response = await gateway.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));
            return (int)response.StatusCode;
        }));

        Assert.Equal(3, answers.Count(status => status == 200));
        Assert.Equal(9, answers.Count(status => status == 429));
    }

    [Fact]
    public async Task Request_metrics_lets_everything_pass()
    {
        await using var gateway = await StartAsync("RequestMetrics", "{}");
        using var response = await gateway.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/"));

        Assert.Equal("from the gateway", await gateway.TextAsync(response));
    }

    [Fact]
    public async Task Line_protocol_ends_connections_with_denied_commands()
    {
        using var upstream = new TcpListener(IPAddress.Loopback, 0);
        upstream.Start();
        var received = ReceiveAllAsync(upstream);
        await using var gateway = await RunningGateway.StartAsync(
            TcpYaml(((IPEndPoint)upstream.LocalEndpoint).Port), Directory.GetCurrentDirectory());
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, gateway.Address.Port, Cancelled);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET a\nDE"), Cancelled);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("L a\n"), Cancelled);

        // An end or a reset, but no answer.
        try
        {
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[10], Cancelled));
        }
        catch (IOException)
        {
        }

        Assert.DoesNotContain("DE", await received, StringComparison.Ordinal);
    }

    private static async Task<string> ReceiveAllAsync(TcpListener upstream)
    {
        using var client = await upstream.AcceptTcpClientAsync(Cancelled);
        var text = new StringBuilder();
        var buffer = new byte[256];
        try
        {
            while (await client.GetStream().ReadAsync(buffer, Cancelled) is > 0 and var count)
            {
                text.Append(Encoding.ASCII.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            text.Append("(reset)");
        }

        return text.ToString();
    }

    private static Task<RunningGateway> StartAsync(string plugin, string configuration, int otherPort = 1) =>
        RunningGateway.StartAsync(HttpYaml(plugin, configuration, otherPort), Directory.GetCurrentDirectory());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string HttpYaml(string plugin, string configuration, int otherPort) => $$"""
        static_resources:
          listeners:
          - address: { socket_address: { address: 127.0.0.1, port_value: 0 } }
            filter_chains:
            - filters:
              - name: envoy.filters.network.http_connection_manager
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                  stat_prefix: http
                  route_config:
                    virtual_hosts:
                    - name: all
                      domains: ["*"]
                      routes:
                      - match: { prefix: / }
                        direct_response: { status: 200, body: { inline_string: "from the gateway" } }
                  http_filters:
                  - name: envoy.filters.http.wasm
                    typed_config:
                      "@type": type.googleapis.com/envoy.extensions.filters.http.wasm.v3.Wasm
                      config: {{Plugin(plugin, configuration)}}
                  - name: envoy.filters.http.router
                    typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
          clusters: [{{Cluster("other", otherPort)}}]
        """;

    private static string TcpYaml(int port) => $$"""
        static_resources:
          listeners:
          - address: { socket_address: { address: 127.0.0.1, port_value: 0 } }
            filter_chains:
            - filters:
              - name: envoy.filters.network.wasm
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.network.wasm.v3.Wasm
                  config: {{Plugin("LineProtocol", """{ "commands": ["GET", "DEL"], "denied": ["DEL"] }""")}}
              - name: envoy.filters.network.tcp_proxy
                typed_config:
                  "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                  stat_prefix: tcp
                  cluster: upstream
          clusters: [{{Cluster("upstream", port)}}]
        """;

    private static string Plugin(string plugin, string configuration) =>
        $$"""
        { name: {{plugin}}, configuration: { "@type": type.googleapis.com/google.protobuf.StringValue, value: '{{configuration}}' }, vm_config: { code: { local: { filename: '{{PluginModules.PathOf(plugin)}}' } } } }
        """;

    private static string Cluster(string name, int port) =>
        $"{{ name: {name}, connect_timeout: 5s, load_assignment: {{ cluster_name: {name}, endpoints: [{{ lb_endpoints: [{{ endpoint: {{ address: {{ socket_address: {{ address: 127.0.0.1, port_value: {port} }} }} }} }}] }}] }} }}";
}
