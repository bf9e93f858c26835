using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Upstreams;

public sealed class UpstreamTests
{
    private const string SpeaksHttp2 = """
        typed_extension_protocol_options:
          envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
            "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
            explicit_http_config: { http2_protocol_options: {} }
        """;

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task An_upstream_that_speaks_http2_is_asked_in_http2(string version)
    {
        await using var upstream = await Upstream.MirrorAsync(HttpProtocols.Http2);
        await using var gateway = await StartAsync(SpeaksHttp2, Yaml.ForwardAll, upstream.Port);

        var (status, body) = await gateway.GetAsync("/x", version);

        Assert.Equal(200, status);
        Assert.StartsWith("GET /x HTTP/2 ", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1", "")]
    [InlineData("2.0", "")]
    [InlineData("1.1", SpeaksHttp2)]
    [InlineData("2.0", SpeaksHttp2)]
    public async Task Large_bodies_pass_in_both_directions_with_and_without_length(string version, string cluster)
    {
        await using var upstream = await Upstream.StartAsync(
            context => context.Request.Body.CopyToAsync(context.Response.Body),
            cluster.Length == 0 ? HttpProtocols.Http1 : HttpProtocols.Http2);
        await using var gateway = await StartAsync(cluster, Yaml.ForwardAll, upstream.Port);
        var bytes = new byte[1024 * 1024];
        new Random(1).NextBytes(bytes);

        foreach (var isChunked in (bool[])[false, true])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative))
            {
                Content = new ByteArrayContent(bytes),
            };
            request.Headers.TransferEncodingChunked = isChunked && version == "1.1";
            using var response = await gateway.SendAsync(request, version);
            var received = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

            Assert.True(received.AsSpan().SequenceEqual(bytes), "the body has changed on its way");
        }
    }

    [Fact]
    public async Task An_upstream_that_nobody_listens_for_is_answered_503()
    {
        await using var gateway = await StartAsync("", Yaml.ForwardAll, UnusedPort());

        Assert.Equal(
            (503, "upstream connect error or disconnect/reset before headers. reset reason: connection failure"),
            await gateway.GetAsync("/"));
    }

    [Fact]
    public async Task An_upstream_that_hangs_up_before_its_headers_is_answered_503()
    {
        await using var upstream = await Upstream.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var gateway = await StartAsync("", Yaml.ForwardAll, upstream.Port);

        Assert.Equal(
            (503, "upstream connect error or disconnect/reset before headers. reset reason: connection termination"),
            await gateway.GetAsync("/"));
    }

    [Fact]
    public async Task An_upstream_that_takes_too_long_is_answered_504()
    {
        await using var upstream = await Upstream.StartAsync(
            context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var gateway = await StartAsync(
            "", "- { match: { prefix: / }, route: { cluster: upstream, timeout: 0.2s } }", upstream.Port);

        Assert.Equal((504, "upstream request timeout"), await gateway.GetAsync("/"));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_time_of_an_upstream_does_not_run_while_a_slow_client_still_sends(string version)
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(
            "", "- { match: { prefix: / }, route: { cluster: upstream, timeout: 1s } }", upstream.Port);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative))
        {
            Content = new SlowContent(pieces: 12, TimeSpan.FromMilliseconds(150)),
        };

        using var response = await gateway.SendAsync(request, version);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.EndsWith("\n............", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task An_upstream_that_dies_within_its_response_breaks_the_response_off(string version)
    {
        var received = new TaskCompletionSource();
        await using var upstream = await Upstream.StartAsync(async context =>
        {
            await context.Response.WriteAsync("begin");
            await context.Response.Body.FlushAsync();
            await received.Task;
            context.Abort();
        });
        await using var gateway = await StartAsync("", Yaml.ForwardAll, upstream.Port);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        using var response = await gateway.SendAsync(request, version);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var begin = new byte[5];
        await body.ReadExactlyAsync(begin, TestContext.Current.CancellationToken);
        received.SetResult();

        Assert.Equal("begin"u8.ToArray(), begin);
        await Assert.ThrowsAnyAsync<IOException>(
            () => body.ReadAsync(begin, TestContext.Current.CancellationToken).AsTask());
    }

    [Fact]
    public async Task Least_request_prefers_the_endpoint_that_has_less_to_do()
    {
        var busy = new TaskCompletionSource();
        var counts = new int[2];
        await using var slow = await Upstream.StartAsync(context =>
        {
            Interlocked.Increment(ref counts[0]);
            return busy.Task;
        });
        await using var fast = await Upstream.StartAsync(context =>
        {
            Interlocked.Increment(ref counts[1]);
            return Task.CompletedTask;
        });
        await using var gateway = await StartAsync("lb_policy: LEAST_REQUEST", Yaml.ForwardAll, slow.Port, fast.Port);

        var waiting = new List<Task>();
        for (var i = 0; i < 100; i++)
        {
            waiting.Add(gateway.GetAsync("/"));
            await Task.Delay(2, TestContext.Current.CancellationToken);
        }

        busy.SetResult();
        await Task.WhenAll(waiting);

        Assert.InRange(counts[0], 1, 45);
        Assert.Equal(100, counts[0] + counts[1]);
    }

    [Fact]
    public async Task Round_robin_takes_turns()
    {
        var counts = new int[2];
        await using var first = await Upstream.StartAsync(_ => Count(0));
        await using var second = await Upstream.StartAsync(_ => Count(1));
        await using var gateway = await StartAsync("lb_policy: ROUND_ROBIN", Yaml.ForwardAll, first.Port, second.Port);

        for (var i = 0; i < 10; i++)
        {
            await gateway.GetAsync("/");
        }

        Assert.Equal([5, 5], counts);

        Task Count(int index)
        {
            counts[index]++;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_client_that_waits_for_100_continue_gets_its_response()
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync("", Yaml.ForwardAll, upstream.Port);
        await using var connection = await gateway.ConnectAsync();
        await connection.WriteAsync(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection);

        Assert.Equal("HTTP/1.1 100 Continue", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        await connection.WriteAsync("hello"u8.ToArray(), TestContext.Current.CancellationToken);

        Assert.Contains("hello", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static int UnusedPort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static Task<GatewayServer> StartAsync(string cluster, string routes, params int[] ports) =>
        GatewayServer.StartAsync(
            Yaml.Gateway(Yaml.Listener(Yaml.VirtualHost(routes)), Yaml.Cluster(cluster, ports)),
            new GatewayOptions { Workers = 1 },
            TestContext.Current.CancellationToken);
}
