using System.Collections.Concurrent;
using ProxyWasm.Abi;
using ProxyWasm.Host.Logging;
using Wildgate.Gateway.Configuration;
using Wildgate.Gateway.Tests.Configuration;
using Wildgate.Gateway.Tests.Serving;

namespace Wildgate.Gateway.Tests.Plugins;

/// <summary>Plugins as access loggers of a listener (case 153 of the ABI reference).</summary>
public sealed class AccessLogTests : IPluginLogSink
{
    private const string Name = "envoy.access_loggers.wasm";
    private const string Type = "envoy.extensions.access_loggers.wasm.v3.WasmAccessLog";

    // Logs path and status of each request, and the size of the response in eight bytes.
    private static readonly byte[] Logger = Wat.Convert("""
        (module
          (import "env" "proxy_get_header_map_value" (func $get (param i32 i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_get_property" (func $property (param i32 i32 i32 i32) (result i32)))
          (import "env" "proxy_log" (func $log (param i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 16) ":path:statusresponse\00size")
          (func (export "proxy_abi_version_0_2_1"))
          (func (export "malloc") (param i32) (result i32) (i32.const 4096))
          (func $say (param $status i32)
            (drop (call $log (i32.const 2) (i32.load (i32.const 0)) (i32.load (i32.const 4)))))
          (func (export "proxy_on_log") (param i32)
            (call $say (call $get (i32.const 0) (i32.const 16) (i32.const 5) (i32.const 0) (i32.const 4)))
            (call $say (call $get (i32.const 2) (i32.const 21) (i32.const 7) (i32.const 0) (i32.const 4)))
            (call $say (call $property (i32.const 28) (i32.const 13) (i32.const 0) (i32.const 4)))))
        """);

    private readonly ConcurrentQueue<string> _lines = new();

    public LogLevel Level => LogLevel.Trace;

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    [Trait("abi-case", "153")]
    public async Task Case_153_A_listener_without_filters_logs_its_requests(string version)
    {
        var code = $"local: {{ inline_bytes: {Convert.ToBase64String(Logger)} }}";
        var accessLog = $"access_log: [ {Yaml.Typed(Name, Type, $"config: {{ name: logger, {Yaml.Vm(code)} }}")} ]";
        var routes = """
            - { match: { path: /x }, direct_response: { status: 201, body: { inline_string: hello } } }
            """;
        await using (var gateway = await GatewayServer.StartAsync(
            Yaml.Gateway(Yaml.ListenerWith(Yaml.VirtualHost(routes), 0, accessLog), Yaml.Cluster("", 9)),
            new GatewayOptions { Workers = 1, PluginLog = this },
            TestContext.Current.CancellationToken))
        {
            await gateway.GetAsync("/x", version);
            await gateway.GetAsync("/y?z", version);
        }

        Assert.Equal(["/x", "201", "\x05\0\0\0\0\0\0\0", "/y?z", "404", "\0\0\0\0\0\0\0\0"], _lines);
    }

    [Fact]
    public void An_access_logger_of_another_kind_is_a_mistake()
    {
        var problem = Load.RefusedAtMark(Sample.With(("manager", """
            access_log:
            - name: envoy.access_loggers.file
              typed_config:
                "@type": §type.googleapis.com/envoy.extensions.access_loggers.file.v3.FileAccessLog
            """)));

        Assert.Equal(ConfigurationProblemIds.NotSupported, problem.Id);
        Assert.EndsWith(".access_log[0].typed_config.@type", problem.Path, StringComparison.Ordinal);
    }

    void IPluginLogSink.Write(in PluginLogRecord record) => _lines.Enqueue(record.Message);
}
