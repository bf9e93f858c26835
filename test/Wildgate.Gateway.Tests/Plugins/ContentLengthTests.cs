using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Plugins;

/// <summary>A plugin that makes bodies longer and does not look after their length.</summary>
public sealed class ContentLengthTests
{
    private const string SpeaksHttp2 = """
        typed_extension_protocol_options:
          envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
            "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
            explicit_http_config: { http2_protocol_options: {} }
        """;

    // Puts "!" behind each body that has ended.
    private static readonly byte[] Longer = Wat.Convert("""
        (module
          (import "env" "proxy_set_buffer_bytes" (func $set (param i32 i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 16) "!")
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "malloc") (param i32) (result i32) (i32.const 4096))
          (func $append (param $buffer i32) (param $end i32) (result i32)
            (if (local.get $end) (then (drop
              (call $set (local.get $buffer) (i32.const -1) (i32.const 0) (i32.const 16) (i32.const 1)))))
            (i32.const 0))
          (func (export "proxy_on_request_body") (param i32 i32 i32) (result i32)
            (call $append (i32.const 0) (local.get 2)))
          (func (export "proxy_on_response_body") (param i32 i32 i32) (result i32)
            (call $append (i32.const 1) (local.get 2))))
        """);

    [Theory]
    [InlineData("1.1", false)]
    [InlineData("1.1", true)]
    [InlineData("2.0", false)]
    [InlineData("2.0", true)]
    [Trait("abi-case", "62")]
    public async Task Case_062_Bodies_arrive_whole_where_their_length_is_repaired(string version, bool isHttp2)
    {
        // Sends the body back with its length.
        await using var upstream = await Upstream.StartAsync(
            async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted);
            },
            isHttp2 ? HttpProtocols.Http2 : HttpProtocols.Http1);
        await using var gateway = await StartAsync(upstream.Port, isHttp2, "repair_content_length: true,");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/", UriKind.Relative))
        {
            Content = new StringContent("hello"),
        };
        using var response = await gateway.SendAsync(request, version);

        Assert.Equal("hello!!", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("abi-case", "62")]
    public async Task Case_062_By_default_a_response_that_does_not_fit_its_length_breaks_off()
    {
        await using var upstream = await Upstream.StartAsync(static async context =>
        {
            context.Response.ContentLength = 5;
            await context.Response.WriteAsync("hello");
        });
        await using var gateway = await StartAsync(upstream.Port, isHttp2: false, "");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => gateway.GetAsync("/"));
    }

    private static Task<GatewayServer> StartAsync(int upstream, bool isHttp2, string fields)
    {
        var vm = Yaml.Vm($"local: {{ inline_bytes: {Convert.ToBase64String(Longer)} }}");
        return GatewayServer.StartAsync(
            Yaml.Gateway(
                Yaml.ListenerWith(
                    Yaml.VirtualHost(Yaml.ForwardAll), 0, "", Yaml.Plugin($"name: longer, {fields} {vm}")),
                Yaml.Cluster(isHttp2 ? SpeaksHttp2 : "", upstream)),
            new GatewayOptions { Workers = 1 },
            TestContext.Current.CancellationToken);
    }
}
