using System.Collections.Concurrent;
using System.Diagnostics;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Tests.Callouts;
using ProxyWasm.Host.Tests.Callouts.Upstreams;
using ProxyWasm.Host.Tests.Scenarios;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Tracing;

/// <summary>What somebody who listens to the activity source of the host is told.</summary>
public sealed class SpanTests : IDisposable
{
    private readonly string _plugin = $"plugin-{Guid.NewGuid():N}";
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ProxyWasm.Host",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.GetTagItem("plugin") as string == _plugin)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData(CalloutFailure.ConnectionFailure, "503")]
    [InlineData(CalloutFailure.None, null)]
    public async Task An_http_call_has_a_span_with_its_outcome(CalloutFailure failure, string? error)
    {
        await using var host = new CalloutHost(
            TimeProvider.System,
            new ScriptedTransport((_, _) => ValueTask.FromResult(
                failure == CalloutFailure.None
                    ? new CalloutResult(new ScriptedResponse(200, [], ""))
                    : new CalloutResult(failure))));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.HttpCall("web")})");
        await host.LoadAsync(module, name: _plugin);
        await host.Log.NextAsync();

        var span = Assert.Single(_spans);
        Assert.Equal(("proxy_http_call", ActivityKind.Client), (span.OperationName, span.Kind));
        Assert.Equal("web", span.GetTagItem("cluster"));
        Assert.Equal(error ?? "200", span.GetTagItem("http.response.status_code"));
        Assert.Equal(error, span.GetTagItem("error.type"));
        Assert.Equal(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, span.Status);
    }

    [Theory]
    [InlineData("world", 0, null)]
    [InlineData("nobody", 5, "NotFound")]
    public async Task A_grpc_call_has_a_span_with_its_status(string name, int status, string? error)
    {
        await using var upstream = await HttpUpstream.StartGrpcAsync();
        await using var host = new CalloutHost(upstream.Cluster("greeter"));
        var module = new CallingModule();
        module.OnConfigure($"(drop {module.GrpcCall(module.Text("greeter"), name)})");
        await host.LoadAsync(module, name: _plugin);
        await host.Log.NextAsync();

        var span = Assert.Single(_spans);
        Assert.Equal("proxy_grpc_call", span.OperationName);
        Assert.Equal(status, span.GetTagItem("rpc.grpc.status_code"));
        Assert.Equal(error, span.GetTagItem("error.type"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Callbacks_have_spans_in_sampled_requests_only(bool isSampled)
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(
            Plugin(Callback("request_headers", "") + Callback("response_headers", "unreachable")), name: _plugin);
        var stream = proxy.Open(proxy.Host.CreateHttpChain(plugin));
        Activity[] spans;
        using (var request = new Activity("request"))
        {
            request.ActivityTraceFlags = isSampled ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None;
            request.Start();
            await stream.SendRequestAsync();
            await stream.SendResponseAsync();
            spans = [.. _spans.Where(span => span.ParentSpanId == request.SpanId)];
            Assert.Same(request, Activity.Current);
        }

        await stream.FinishAsync();
        string[] expected = isSampled
            ? ["proxy_on_request_headers ", "proxy_on_response_headers Unreachable"]
            : [];
        Assert.Equal(expected, spans.Select(span => $"{span.OperationName} {span.GetTagItem("error.type")}"));
    }
}
