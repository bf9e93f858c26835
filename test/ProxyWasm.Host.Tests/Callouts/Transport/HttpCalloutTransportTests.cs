using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Callouts.Transport;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Tests.Callouts.Upstreams;

namespace ProxyWasm.Host.Tests.Callouts.Transport;

public sealed class HttpCalloutTransportTests
{
    [Fact]
    public async Task Endpoints_are_used_in_turn()
    {
        await using var first = await HttpUpstream.StartAsync(context => context.Response.WriteAsync("1"));
        await using var second = await HttpUpstream.StartAsync(context => context.Response.WriteAsync("2"));
        using var transport = Transport(first.Cluster("web") with
        {
            Endpoints = [new DnsEndPoint("127.0.0.1", first.Port), new DnsEndPoint("127.0.0.1", second.Port)],
        });

        var bodies = "";
        for (var i = 0; i < 4; i++)
        {
            bodies += await GetAsync(transport, "web");
        }

        Assert.Equal("1212", bodies);
    }

    [Theory]
    [InlineData("1.1", HttpProtocols.Http1, "HTTP/1.1 plugin.test")]
    [InlineData("2.0", HttpProtocols.Http2, "HTTP/2 plugin.test")]
    public async Task TLS_asks_for_the_name_of_the_cluster_and_not_of_the_plugin(
        string version, HttpProtocols protocols, string expected)
    {
        using var certificate = TestCertificate.For("inner.test");
        var asked = "";
        await using var upstream = await HttpUpstream.StartAsync(
            context => context.Response.WriteAsync($"{context.Request.Protocol} {context.Request.Host}"),
            protocols,
            new HttpsConnectionAdapterOptions
            {
                ServerCertificateSelector = (_, name) =>
                {
                    asked = name;
                    return certificate;
                },
            });
        using var transport = Transport(upstream.Cluster("web", Version.Parse(version), new CalloutTls
        {
            ServerName = "inner.test",
            ValidateCertificate = (_, peer, _, _) => peer?.Subject == "CN=inner.test",
        }));

        Assert.Equal(expected, await GetAsync(transport, "web"));
        Assert.Equal("inner.test", asked);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = TestCertificate.For("127.0.0.1");
        await using var upstream = await HttpUpstream.StartAsync(
            _ => Task.CompletedTask, tls: new HttpsConnectionAdapterOptions { ServerCertificate = certificate });
        using var transport = Transport(upstream.Cluster("web", tls: new CalloutTls()));

        var result = await SendAsync(transport, "web");

        Assert.Equal(CalloutFailure.ConnectionFailure, result.Failure);
    }

    [Fact]
    public async Task A_peer_that_never_finishes_the_handshake_is_a_connection_timeout()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var transport = Transport(new CalloutCluster
        {
            Name = "web",
            Endpoints = [new DnsEndPoint("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port)],
            Tls = new CalloutTls(),
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
        });

        var result = await SendAsync(transport, "web");

        Assert.Equal(CalloutFailure.ConnectionTimeout, result.Failure);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_a_connection_failure()
    {
        using var transport = Transport(new CalloutCluster
        {
            Name = "web",
            Endpoints = [new DnsEndPoint("nowhere.invalid", 80)],
        });

        Assert.Equal(CalloutFailure.ConnectionFailure, (await SendAsync(transport, "web")).Failure);
    }

    [Fact]
    public async Task A_stream_that_the_peer_resets_is_told_as_such()
    {
        await using var upstream = await HttpUpstream.StartAsync(
            context =>
            {
                context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(8);
                return Task.CompletedTask;
            },
            HttpProtocols.Http2);
        using var transport = Transport(upstream.Cluster("web", HttpVersion.Version20));

        Assert.Equal(CalloutFailure.RemoteReset, (await SendAsync(transport, "web")).Failure);
    }

    [Fact]
    public async Task A_URL_can_be_called_where_its_host_is_allowed()
    {
        await using var upstream = await HttpUpstream.StartAsync(context => context.Response.WriteAsync("by URL"));
        var port = upstream.Port.ToString(CultureInfo.InvariantCulture);
        using var transport = new HttpCalloutTransport(
            new HttpCalloutOptions { AllowedUrlHosts = [$"127.0.0.1:{port}"] });

        Assert.Equal("by URL", await GetAsync(transport, $"http://127.0.0.1:{port}"));
    }

    [Theory]
    [InlineData("https://api.example.org", true)]
    [InlineData("https://API.Example.org:443", true)]
    [InlineData("http://api.example.org", true)]
    [InlineData("https://api.example.org:8443", false)]
    [InlineData("https://any.example.net:8443", true)]
    [InlineData("https://deep.any.example.net:1", true)]
    [InlineData("https://example.net", false)]
    [InlineData("https://evilexample.net", false)]
    [InlineData("https://exact.test:81", true)]
    [InlineData("https://exact.test", false)]
    [InlineData("https://[::1]", true)]
    [InlineData("https://[::2]", false)]
    [InlineData("https://api.example.org.evil.test", false)]
    [InlineData("https://api.example.org/path", false)]
    [InlineData("https://api.example.org/", false)]
    [InlineData("https://user@api.example.org", false)]
    [InlineData("https://evil.test\\@api.example.org", false)]
    [InlineData("https://api.example.org?x", false)]
    [InlineData("https://api.example.org#x", false)]
    [InlineData("https://api.example.org\r\n", false)]
    [InlineData("ftp://api.example.org", false)]
    [InlineData("api.example.org", false)]
    [InlineData("https://", false)]
    [InlineData("", false)]
    public void Only_allowed_hosts_can_be_called_by_URL(string name, bool isAllowed)
    {
        using var transport = new HttpCalloutTransport(new HttpCalloutOptions
        {
            AllowedUrlHosts = ["api.example.org", "*.example.net:*", "exact.test:81", "[::1]"],
        });

        Assert.Equal(
            isAllowed ? CalloutClusterState.Ready : CalloutClusterState.Unknown, transport.FindCluster(name));
    }

    [Fact]
    public void No_URL_can_be_called_unless_a_host_is_allowed()
    {
        using var transport = Transport();

        Assert.Equal(CalloutClusterState.Unknown, transport.FindCluster("https://example.org"));
    }

    [Theory]
    [InlineData("https://example.org")]
    [InlineData("example.org:http")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("a b")]
    public void A_malformed_allowed_host_is_refused(string entry)
    {
        var error = Assert.Throws<ArgumentException>(
            () => new HttpCalloutTransport(new HttpCalloutOptions { AllowedUrlHosts = [entry] }));

        Assert.Contains($"`{entry}`", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clusters_of_one_name_are_refused()
    {
        var cluster = new CalloutCluster { Name = "web" };

        Assert.Throws<ArgumentException>(() => Transport(cluster, cluster));
    }

    [Theory]
    [InlineData("@evil.test/", "/@evil.test/")]
    [InlineData("//evil.test/", "//evil.test/")]
    [InlineData("/a b#c\u00e9?d=\"", "/a%20b%23c%E9?d=\"")]
    [InlineData("*", "/*")]
    public async Task A_path_cannot_leave_its_place_in_the_request(string path, string expected)
    {
        await using var upstream = await HttpUpstream.StartAsync(context => context.Response.WriteAsync(
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget));
        using var transport = Transport(upstream.Cluster("web"));

        Assert.Equal(expected, await GetAsync(transport, "web", path));
    }

    private static HttpCalloutTransport Transport(params CalloutCluster[] clusters) =>
        new(new HttpCalloutOptions { Clusters = clusters });

    private static async Task<CalloutResult> SendAsync(
        HttpCalloutTransport transport, string cluster, string path = "/")
    {
        var headers = new HeaderMap(HeaderMapKind.Request);
        headers.Load(":method", "GET");
        headers.Load(":path", path);
        headers.Load(":authority", "plugin.test");
        return await transport.SendAsync(
            new CalloutRequest { Cluster = cluster, Headers = headers }, TestContext.Current.CancellationToken);
    }

    private static async Task<string> GetAsync(HttpCalloutTransport transport, string cluster, string path = "/")
    {
        var result = await SendAsync(transport, cluster, path);
        Assert.Equal((CalloutFailure.None, ""), (result.Failure, result.Detail ?? ""));
        await using var response = result.Response!;
        var body = new byte[1024];
        var size = 0;
        CalloutRead read;
        while ((read = await response.ReadAsync(body.AsMemory(size), TestContext.Current.CancellationToken)).Count > 0)
        {
            size += read.Count;
        }

        Assert.Equal(CalloutFailure.None, read.Failure);
        return Encoding.ASCII.GetString(body, 0, size);
    }
}
