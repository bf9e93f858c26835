using System.Reflection;
using System.Runtime.InteropServices;

namespace ProxyWasm.Sdk.Tests.Generators;

/// <summary>A module exports what somebody looks at, and nothing else.</summary>
public sealed class ExportTests
{
    private static readonly string[] Always =
    [
        "proxy_abi_version_0_2_1", "proxy_on_configure", "proxy_on_context_create", "proxy_on_delete", "proxy_on_done",
        "proxy_on_memory_allocate", "proxy_on_vm_start",
    ];

    [Theory]
    [InlineData("HttpFilter", "")]
    [InlineData("HttpFilter", "FilterAction OnRequestHeaders(RequestHeaders h, bool e) => FilterAction.Pause",
        "proxy_on_request_headers")]
    [InlineData("HttpFilter", "FilterAction OnResponseTrailers(Trailers t) => FilterAction.Pause",
        "proxy_on_response_trailers")]
    [InlineData("HttpFilter", "async FilterTask OnRequestHeadersAsync(RequestHeaders h, bool e) => "
        + "await Upstream.SendAsync(new HttpRequest(\"a\"))",
        "proxy_on_http_call_response", "proxy_on_request_body", "proxy_on_request_headers", "proxy_on_request_trailers")]
    [InlineData("HttpFilter", "async FilterTask OnResponseBodyAsync(Body b) => await Clock.Delay(TimeSpan.FromSeconds(1))",
        "proxy_on_response_body", "proxy_on_response_headers", "proxy_on_response_trailers", "proxy_on_tick")]
    [InlineData("HttpFilter", "async FilterTask OnRequestHeadersAsync(RequestHeaders h, bool e) => "
        + "await Upstream.CallGrpcAsync(\"a\", \"b\", \"c\", default)",
        "proxy_on_grpc_close", "proxy_on_grpc_receive", "proxy_on_request_body", "proxy_on_request_headers",
        "proxy_on_request_trailers")]
    [InlineData("HttpFilter", "void OnLog() { }", "proxy_on_log")]
    [InlineData("TcpFilter", "FilterAction OnConnect() => FilterAction.Continue", "proxy_on_new_connection")]
    [InlineData("TcpFilter", "FilterAction OnUpstreamData(TcpData d) => FilterAction.Continue", "proxy_on_upstream_data")]
    [InlineData("TcpFilter", "void OnDownstreamClose(ProxyWasm.Abi.PeerType p) { }",
        "proxy_on_downstream_connection_close")]
    [InlineData("Plugin", "void OnTick() { }", "proxy_on_tick")]
    [InlineData("Plugin", "void OnQueueReady(SharedQueue q) { }", "proxy_on_queue_ready")]
    public void Exports_are_those_of_the_overridden_callbacks(string parent, string member, params string[] expected)
    {
        var body = member.Length == 0 ? "" : $"protected override {member}{(member.EndsWith('}') ? "" : ";")}";
        var run = GeneratorRun.Of($"[Plugin] public sealed class A : {parent} {{ {body} }}");

        Assert.Equal(Always.Concat(expected).Order(StringComparer.Ordinal), Exports(run));
    }

    [Fact]
    public void A_callback_of_a_base_class_counts()
    {
        var run = GeneratorRun.Of("""
            [Plugin] public sealed class A : Middle { }
            public abstract class Middle : HttpFilter { protected override void OnLog() { } }
            """);

        Assert.Contains("proxy_on_log", Exports(run));
    }

    [Fact]
    public void Plugins_are_made_by_their_root_id()
    {
        var module = GeneratorRun.Of("""
            [Plugin] public sealed class A : Plugin { }
            [Plugin(RootId = "b\"\\é")] public sealed class B : Plugin { }
            """).CreateModule();

        Assert.True(module.HasSeveral);
        Assert.Equal("A", module.Create("anything"u8)!.GetType().Name);
        Assert.Equal("B", module.Create("b\"\\\u00e9"u8)!.GetType().Name);
    }

    [Fact]
    public void Without_a_plugin_for_other_root_ids_there_is_none()
    {
        var module = GeneratorRun.Of("""
            [Plugin(RootId = "a")] public sealed class A : Plugin { }
            [Plugin(RootId = "b")] public sealed class B : Plugin { }
            """).CreateModule();

        Assert.Null(module.Create("c"u8));
    }

    private static IEnumerable<string> Exports(GeneratorRun run) => run.Load().GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Select(method => method.GetCustomAttribute<UnmanagedCallersOnlyAttribute>()?.EntryPoint)
        .OfType<string>()
        .Order(StringComparer.Ordinal);
}
