using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Hosting;

/// <summary>Sockets, connections, start and end of a gateway.</summary>
public sealed class ListeningTests
{
    private static readonly string Hello = Yaml.VirtualHost(
        "- { match: { prefix: / }, direct_response: { status: 200, body: { inline_string: hello } } }");

    [Fact]
    public async Task Each_listener_has_its_own_routes_and_plugins_and_shares_the_clusters()
    {
        await using var upstream = await Upstream.MirrorAsync();
        var listeners = Yaml.Listener(Yaml.VirtualHost(Yaml.ForwardAll), 0, ("first", Adds("one")))
            + Yaml.Listener(Hello, 0, ("second", Adds("two")))
            + Yaml.Listener(Yaml.VirtualHost(Yaml.ForwardAll));
        await using var gateway = await GatewayServer.StartAsync(
            Yaml.Gateway(listeners, Yaml.Cluster("", upstream.Port)),
            new GatewayOptions { Workers = 1 },
            TestContext.Current.CancellationToken);

        Assert.Equal(3, gateway.Addresses.Distinct().Count());
        foreach (var version in (string[])["1.1", "2.0"])
        {
            Assert.Equal(("[one]", "GET /x HTTP/1.1"), await AskAsync(gateway, 0, version));
            Assert.Equal(("[two]", "hello"), await AskAsync(gateway, 1, version));
            Assert.Equal(("", "GET /x HTTP/1.1"), await AskAsync(gateway, 2, version));
        }
    }

    [Fact]
    public async Task A_route_is_chosen_for_the_request_that_plugins_leave()
    {
        // The plugin asks for the name of the route before and after its change.
        var plugin = Wat.Convert("""
            (module
              (import "env" "proxy_get_property" (func $property (param i32 i32 i32 i32) (result i32)))
              (import "env" "proxy_replace_header_map_value" (func $replace (param i32 i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (data (i32.const 16) "xds\00route_name")
              (data (i32.const 32) ":path")
              (data (i32.const 40) "/two")
              (func (export "proxy_abi_version_0_2_1"))
              (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 1024))
              (func (export "proxy_on_request_headers") (param i32 i32 i32) (result i32)
                (drop (call $property (i32.const 16) (i32.const 14) (i32.const 0) (i32.const 4)))
                (drop (call $replace (i32.const 0) (i32.const 32) (i32.const 5) (i32.const 40) (i32.const 4)))
                (drop (call $property (i32.const 16) (i32.const 14) (i32.const 0) (i32.const 4)))
                (i32.const 0)))
            """);
        var routes = """
            - { name: one, match: { prefix: /one }, direct_response: { status: 200, body: { inline_string: one } } }
            - { name: two, match: { prefix: /two }, direct_response: { status: 200, body: { inline_string: two } } }
            """;
        await using var gateway = await StartAsync(Yaml.Listener(Yaml.VirtualHost(routes), 0, ("path", plugin)));

        Assert.Equal((200, "two"), await gateway.GetAsync("/one"));
    }

    [Fact]
    public async Task A_connection_that_begins_with_the_preface_in_single_bytes_speaks_http2()
    {
        await using var gateway = await StartAsync(Yaml.Listener(Hello));
        await using var connection = await gateway.ConnectAsync();

        foreach (var value in "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray())
        {
            await connection.WriteAsync(new[] { value }, TestContext.Current.CancellationToken);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        // An empty SETTINGS frame from us, and theirs: type 4 on stream 0.
        await connection.WriteAsync(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 }, TestContext.Current.CancellationToken);
        var frame = new byte[9];
        await connection.ReadExactlyAsync(frame, TestContext.Current.CancellationToken);

        Assert.Equal(4, frame[3]);
    }

    [Fact]
    public async Task A_request_in_single_bytes_that_begins_like_the_preface_is_a_request()
    {
        await using var gateway = await StartAsync(Yaml.Listener(Hello));
        await using var connection = await gateway.ConnectAsync();

        foreach (var value in "PRIX / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"u8.ToArray())
        {
            await connection.WriteAsync(new[] { value }, TestContext.Current.CancellationToken);
        }

        using var reader = new StreamReader(connection);
        Assert.EndsWith("hello", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_takes_several_requests_even_at_once()
    {
        await using var gateway = await StartAsync(Yaml.Listener(Hello));

        var raw = await gateway.ExchangeRawAsync(
            "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
            + "GET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        Assert.Equal(3, raw.Split("hello").Length - 1);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        taken.Listen();
        var port = ((IPEndPoint)taken.LocalEndPoint!).Port;
        var listeners = Yaml.Listener(Hello) + Yaml.Listener(Hello, port);

        var problem = await Assert.ThrowsAsync<GatewayStartException>(() => StartAsync(listeners));

        Assert.Equal("WG2001", problem.Id);
        Assert.Equal($"cannot listen on 127.0.0.1:{port}: another program listens there", problem.Problem);
    }

    [Fact]
    public async Task A_request_in_flight_is_finished_before_the_gateway_ends()
    {
        var arrived = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            arrived.SetResult();
            await finish.Task;
            await context.Response.WriteAsync("finished");
        });
        var gateway = await GatewayServer.StartAsync(
            Yaml.Gateway(Yaml.Listener(Yaml.VirtualHost(Yaml.ForwardAll)), Yaml.Cluster("", upstream.Port)),
            new GatewayOptions { Workers = 1 },
            TestContext.Current.CancellationToken);

        var response = gateway.GetAsync("/");
        await arrived.Task;
        var ending = gateway.DisposeAsync().AsTask();
        Assert.NotSame(ending, await Task.WhenAny(ending, Task.Delay(100, TestContext.Current.CancellationToken)));
        finish.SetResult();

        Assert.Equal((200, "finished"), await response);
        await ending;
    }

    [Fact]
    public async Task Connections_on_which_nothing_happens_do_not_delay_the_end()
    {
        var gateway = await StartAsync(Yaml.Listener(Hello));
        await using var silent = await gateway.ConnectAsync();
        await using var idle = await gateway.ConnectAsync();
        await idle.WriteAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await idle.ReadExactlyAsync(new byte[20], TestContext.Current.CancellationToken);

        var clock = Stopwatch.StartNew();
        await gateway.DisposeAsync();
        await gateway.DisposeAsync();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
    }

    private static async Task<(string Header, string Line)> AskAsync(GatewayServer gateway, int listener, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/x", UriKind.Relative));
        using var response = await gateway.SendAsync(request, version, listener);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (
            response.Headers.TryGetValues("x-who", out var values) ? $"[{string.Join(',', values)}]" : "",
            string.Join(' ', body.Split(' ').Take(3)));
    }

    private static byte[] Adds(string value)
    {
        return Wat.Convert($"""
            (module
              (import "env" "proxy_add_header_map_value" (func $add (param i32 i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (data (i32.const 16) "x-who{value}")
              (func (export "proxy_abi_version_0_2_1"))
              (func (export "proxy_on_memory_allocate") (param i32) (result i32) (i32.const 0))
              (func (export "proxy_on_response_headers") (param i32 i32 i32) (result i32)
                (drop (call $add (i32.const 2) (i32.const 16) (i32.const 5) (i32.const 21) (i32.const {value.Length})))
                (i32.const 0)))
            """);
    }

    private static Task<GatewayServer> StartAsync(string listeners) =>
        GatewayServer.StartAsync(
            Yaml.Gateway(listeners, Yaml.Cluster("", 9)),
            new GatewayOptions { Workers = 1 },
            TestContext.Current.CancellationToken);
}
