using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Tests.Tcp;

/// <summary>Connections through a gateway, between real sockets.</summary>
public sealed class TcpProxyTests
{
    private const int MegaByte = 1024 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_pass_through_plugins_both_ways()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(
            upstream.Port, [TcpPlugins.Observer, TcpPlugins.Brackets]);
        using var client = await gateway.ConnectAsync();

        await TcpGateway.SendAsync(client, "abc");
        Assert.Equal("<<abc>>", await TcpGateway.ReceiveAsync(client, 7));
        await TcpGateway.SendAsync(client, "d");
        Assert.Equal("<<d>>", await TcpGateway.ReceiveAsync(client, 5));
    }

    [Fact]
    public async Task Without_plugins_a_listener_passes_connections_on()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, []);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal("abc", await TcpGateway.ReceiveToEndAsync(client));
    }

    [Fact]
    public async Task A_gateway_listens_for_http_and_for_other_connections()
    {
        await using var upstream = UpstreamServer.Echo();
        var listener = "{ address: { socket_address: { address: 127.0.0.1, port_value: 0 } }, filter_chains: [{ filters: ";
        var configuration = GatewayConfigurationLoader.Parse(
            $$"""
            static_resources:
              listeners:
              - {{listener}} [{ name: http, typed_config: {
                  "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager,
                  stat_prefix: http,
                  route_config: { virtual_hosts: [{ name: all, domains: ["*"], routes: [
                    { match: { prefix: / }, direct_response: { status: 204 } }] }] },
                  http_filters: [{ name: envoy.filters.http.router }] } }] }] }
              - {{listener}} [{ name: tcp, typed_config: {
                  "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy,
                  stat_prefix: tcp, cluster: upstream } }] }] }
              clusters:
              - name: upstream
                load_assignment: { cluster_name: upstream, endpoints: [{ lb_endpoints: [
                  { endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: {{upstream.Port}} } } } }] }] }
            """,
            "gateway.yaml",
            Path.GetTempPath());
        await using var server = await GatewayServer.StartAsync(configuration, cancellationToken: Cancelled);

        Assert.Equal(["http", "tcp"], server.Addresses.Select(static address => new Uri(address).Scheme));
        using var http = new HttpClient();
        using var response = await http.GetAsync(new Uri(server.Addresses[0]), Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(IPAddress.Loopback, new Uri(server.Addresses[1]).Port, Cancelled);
        await TcpGateway.SendAsync(client, "abc");
        Assert.Equal("abc", await TcpGateway.ReceiveAsync(client, 3));
    }

    [Fact]
    [Trait("abi-case", "138")]
    public async Task Case_138_A_pause_after_the_first_bytes_passes_them_with_the_next()
    {
        var reads = new List<int>();
        await using var upstream = new UpstreamServer(async (stream, stop) =>
        {
            var bytes = new byte[16];
            int read;
            while ((read = await stream.ReadAsync(bytes, stop)) > 0)
            {
                reads.Add(read);
                await stream.WriteAsync(bytes.AsMemory(0, read), stop);
            }
        });
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Collector]);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        Assert.False(client.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead));
        await TcpGateway.SendAsync(client, "def");
        Assert.Equal("abcdef", await TcpGateway.ReceiveAsync(client, 6));
        Assert.Equal([6], reads);
    }

    [Fact]
    [Trait("abi-case", "133")]
    public async Task Case_133_The_upstream_is_connected_when_the_plugin_has_let_the_connection_pass()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Doorkeeper], workers: 1);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal("!", await gateway.NextLineAsync());
        Assert.Equal("abc", await TcpGateway.ReceiveToEndAsync(client));
        Assert.Equal(1, upstream.Accepted);
    }

    [Fact]
    [Trait("abi-case", "133")]
    public async Task Case_133_A_client_that_gives_up_while_a_plugin_holds_its_connection_is_noticed()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Witness, TcpPlugins.Wall]);
        var client = await gateway.ConnectAsync();
        Assert.False(client.Poll(TimeSpan.FromMilliseconds(100), SelectMode.SelectRead));
        client.Close(0);
        Assert.Equal("2", await gateway.NextLineAsync());
        Assert.Equal(0, upstream.Accepted);
    }

    [Fact]
    public async Task A_plugin_closes_a_connection()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(
            upstream.Port, [TcpPlugins.Witness, TcpPlugins.Closer]);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        Assert.Equal("", await TcpGateway.ReceiveToEndAsync(client));
        Assert.Equal("1", await gateway.NextLineAsync());
    }

    [Theory]
    [InlineData("failure_policy: FAIL_CLOSED,", "")]
    [InlineData("failure_policy: FAIL_OPEN,", "abc")]
    [InlineData("fail_open: true,", "abc")]
    [Trait("abi-case", "137")]
    public async Task Case_137_A_failing_plugin_closes_the_connection_or_is_left_out(string policy, string received)
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Fragile], policy);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        if (received.Length > 0)
        {
            client.Shutdown(SocketShutdown.Send);
        }

        Assert.Equal(received, await TcpGateway.ReceiveToEndAsync(client));
    }

    [Fact]
    public async Task The_client_closes_its_half_and_still_receives_the_answer()
    {
        await using var upstream = new UpstreamServer(static async (stream, stop) =>
        {
            using var request = new MemoryStream();
            await stream.CopyToAsync(request, stop);
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"got {request.Length}"), stop);
        });
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Observer]);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        client.Shutdown(SocketShutdown.Send);
        Assert.Equal("got 3", await TcpGateway.ReceiveToEndAsync(client));
    }

    [Fact]
    public async Task The_upstream_ends_and_all_it_has_sent_arrives()
    {
        var sent = RandomNumberGenerator.GetBytes(MegaByte);
        await using var upstream = new UpstreamServer((stream, stop) => stream.WriteAsync(sent, stop).AsTask());
        await using var gateway = await TcpGateway.StartAsync(
            upstream.Port, [TcpPlugins.Observer, TcpPlugins.Witness]);
        using var client = await gateway.ConnectAsync();
        var received = await TcpGateway.ReceiveToEndAsync(client);
        Assert.True(sent.AsSpan().SequenceEqual(Encoding.Latin1.GetBytes(received)));
        Assert.Equal("1", await gateway.NextLineAsync());
    }

    [Fact]
    public async Task A_megabyte_passes_both_ways_at_once()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(
            upstream.Port, [TcpPlugins.Observer, TcpPlugins.Observer]);
        await EchoAsync(gateway, MegaByte);
    }

    [Fact]
    public async Task Sixty_four_connections_share_two_workers()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Observer], workers: 2);
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => EchoAsync(gateway, 64 * 1024)));
        Assert.Equal(64, upstream.Accepted);
    }

    [Fact]
    public async Task A_client_that_does_not_read_slows_the_upstream_down()
    {
        var written = 0L;
        await using var upstream = new UpstreamServer(async (stream, stop) =>
        {
            var block = new byte[64 * 1024];
            while (Interlocked.Read(ref written) < 256L * MegaByte)
            {
                await stream.WriteAsync(block, stop);
                Interlocked.Add(ref written, block.Length);
            }
        });
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Observer]);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.ReceiveAsync(client, 1);

        // Sockets and pipes hold some megabytes; then nothing moves any more.
        long before;
        do
        {
            before = Interlocked.Read(ref written);
            await Task.Delay(200, Cancelled);
        }
        while (Interlocked.Read(ref written) != before);

        Assert.InRange(before, 1, 64L * MegaByte);
        client.Close(0);
    }

    [Fact]
    [Trait("abi-case", "135")]
    public async Task Case_135_A_client_that_resets_its_connection_ends_it_for_plugin_and_upstream()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var upstream = new UpstreamServer(async (stream, stop) =>
        {
            try
            {
                await stream.CopyToAsync(stream, stop);
            }
            finally
            {
                ended.TrySetResult();
            }
        });
        await using var gateway = await TcpGateway.StartAsync(
            upstream.Port, [TcpPlugins.Observer, TcpPlugins.Witness]);
        var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        await TcpGateway.ReceiveAsync(client, 3);
        client.Close(0);
        Assert.Equal("2", await gateway.NextLineAsync());
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
    }

    [Fact]
    public async Task A_connection_without_traffic_is_closed_when_it_is_idle_too_long()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(
            upstream.Port, [TcpPlugins.Witness], proxyFields: "idle_timeout: 0.2s,");
        using var client = await gateway.ConnectAsync();
        Assert.Equal("", await TcpGateway.ReceiveToEndAsync(client));
        Assert.Equal("1", await gateway.NextLineAsync());
    }

    [Fact]
    public async Task A_connection_to_a_cluster_that_is_not_there_is_closed()
    {
        int port;
        await using (var gone = UpstreamServer.Echo())
        {
            port = gone.Port;
        }

        await using var gateway = await TcpGateway.StartAsync(port, [TcpPlugins.Witness]);
        using var client = await gateway.ConnectAsync();
        Assert.Equal("", await TcpGateway.ReceiveToEndAsync(client));
        Assert.Equal("1", await gateway.NextLineAsync());
    }

    [Fact]
    public async Task A_plugin_reads_the_upstream_it_is_connected_to()
    {
        await using var upstream = UpstreamServer.Echo();
        await using var gateway = await TcpGateway.StartAsync(upstream.Port, [TcpPlugins.Informer]);
        using var client = await gateway.ConnectAsync();
        await TcpGateway.SendAsync(client, "abc");
        var port = Encoding.Latin1.GetBytes(await TcpGateway.ReceiveAsync(client, 2));
        Assert.Equal(upstream.Port, BinaryPrimitives.ReadUInt16LittleEndian(port));
    }

    // Sends random bytes, ends, and receives the same bytes meanwhile.
    private static async Task EchoAsync(TcpGateway gateway, int count)
    {
        var sent = RandomNumberGenerator.GetBytes(count);
        using var client = await gateway.ConnectAsync();
        var receiving = TcpGateway.ReceiveToEndAsync(client);
        for (var at = 0; at < count;)
        {
            at += await client.SendAsync(sent.AsMemory(at), Cancelled);
        }

        client.Shutdown(SocketShutdown.Send);
        var received = Encoding.Latin1.GetBytes(await receiving);
        Assert.True(sent.AsSpan().SequenceEqual(received));
    }
}
