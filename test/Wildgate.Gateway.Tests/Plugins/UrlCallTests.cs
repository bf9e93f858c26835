using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Tests.Configuration;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Plugins;

/// <summary>Plugins that call a URL in place of a cluster, which the configuration must allow.</summary>
public sealed class UrlCallTests : IPluginLogSink
{
    private readonly ConcurrentQueue<string> _lines = new();

    public LogLevel Level => LogLevel.Trace;

    [Theory]
    [InlineData("allowed_url_hosts: [ \"127.0.0.1:*\" ]")]
    [InlineData("allowed_url_hosts: [ \"example.test\", \"127.0.0.1:{0}\" ]")]
    public async Task A_host_that_is_allowed_can_be_called(string settings)
    {
        await using var upstream = await Upstream.StartAsync(
            static context => context.Response.WriteAsync("from " + context.Request.Path));
        await using var gateway = await StartAsync(upstream.Port, $"wildgate: {{ {settings} }}\n");

        Assert.Equal((201, "from /called"), await gateway.GetAsync("/"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("wildgate: { allowed_url_hosts: [ 127.0.0.1 ] }\n")]
    [InlineData("wildgate: { allowed_url_hosts: [ \"localhost:*\", \"*.127.0.0.1:*\" ] }\n")]
    public async Task Every_other_host_is_refused_with_the_reason_in_the_log(string settings)
    {
        await using var upstream = await Upstream.MirrorAsync();
        await using var gateway = await StartAsync(upstream.Port, settings);

        Assert.Equal((500, ""), await gateway.GetAsync("/"));
        Assert.Single(_lines, line => line == $"proxy_http_call: there is no cluster `http://127.0.0.1:{upstream.Port}`, "
            + "and its host is not among those that plugins may call by URL (AllowedUrlHosts, "
            + "`wildgate.allowed_url_hosts`)");
    }

    [Theory]
    [InlineData("https://example.test")]
    [InlineData("example.test/path")]
    [InlineData("example.test:http")]
    public void A_host_in_another_form_is_a_mistake(string entry)
    {
        var problem = Load.RefusedAtMark(Sample.With(("root", $"wildgate: {{ allowed_url_hosts: [§\"{entry}\"] }}")));

        Assert.Equal(
            (ConfigurationProblemIds.InvalidValue, "wildgate.allowed_url_hosts[0]"), (problem.Id, problem.Path));
    }

    void IPluginLogSink.Write(in PluginLogRecord record) => _lines.Enqueue(record.Message);

    // The plugin calls the URL and answers with 201 and what came, or with 500 when the call is refused.
    private Task<GatewayServer> StartAsync(int port, string settings)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var module = Wat.Convert($$"""
            (module
              (import "env" "proxy_http_call"
                (func $call (param i32 i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
              (import "env" "proxy_get_buffer_bytes" (func $body (param i32 i32 i32 i32 i32) (result i32)))
              (import "env" "proxy_set_effective_context" (func $effective (param i32) (result i32)))
              (import "env" "proxy_send_local_response"
                (func $answer (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (global $stream (mut i32) (i32.const 0))
              (data (i32.const 16) "{{url}}")
              ;; Three pairs: their number, their lengths, their texts.
              (data (i32.const 256) "\03\00\00\00\07\00\00\00\03\00\00\00\05\00\00\00\07\00\00\00\0a\00\00\00\01\00\00\00"
                ":method\00GET\00:path\00/called\00:authority\00a\00")
              (func (export "proxy_abi_version_0_2_1"))
              (func (export "malloc") (param i32) (result i32) (i32.const 4096))
              (func (export "proxy_on_request_headers") (param i32 i32 i32) (result i32)
                (global.set $stream (local.get 0))
                (if (call $call (i32.const 16) (i32.const {{url.Length}}) (i32.const 256) (i32.const 67) (i32.const 0)
                    (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 10000) (i32.const 0))
                  (then (drop (call $answer (i32.const 500) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
                    (i32.const 0) (i32.const 0) (i32.const -1)))))
                (i32.const 1))
              (func (export "proxy_on_http_call_response") (param i32 i32 i32 i32 i32)
                (drop (call $body (i32.const 4) (i32.const 0) (i32.const -1) (i32.const 0) (i32.const 4)))
                (drop (call $effective (global.get $stream)))
                (drop (call $answer (i32.const 201) (i32.const 0) (i32.const 0) (i32.load (i32.const 0))
                  (i32.load (i32.const 4)) (i32.const 0) (i32.const 0) (i32.const -1)))))
            """);
        var text = settings.Replace("{0}", $"{port}", StringComparison.Ordinal);
        return GatewayServer.StartAsync(
            Yaml.Gateway(
                Yaml.Listener(Yaml.VirtualHost(Yaml.ForwardAll), 0, ("caller", module)), Yaml.Cluster("", 9), text),
            new GatewayOptions { Workers = 1, PluginLog = this },
            TestContext.Current.CancellationToken);
    }
}
