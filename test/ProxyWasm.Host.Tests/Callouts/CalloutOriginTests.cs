using Microsoft.Extensions.Time.Testing;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Tests.Callouts;

/// <summary>Calls from places other than a stream that waits for them.</summary>
public sealed class CalloutOriginTests
{
    [Fact]
    [Trait("abi-case", "103")]
    public async Task A_tick_can_make_a_call_without_any_stream()
    {
        var time = new FakeTimeProvider();
        await using var host = new CalloutHost(time, new ScriptedTransport(Answer));
        var module = new CallingModule();
        module.Import("proxy_set_tick_period_milliseconds", "$tick (param i32) (result i32)");
        module.OnConfigure("(drop (call $tick (i32.const 10)))").Export(
            "proxy_on_tick",
            $"(param i32) (drop (call $tick (i32.const 0))) {module.LogStatus("call", module.HttpCall("web"))}");
        await host.LoadAsync(module);
        Assert.False(host.Log.HasMore);

        time.Advance(TimeSpan.FromMilliseconds(10));

        Assert.Equal("call 0 4", await host.Log.NextAsync());
        Assert.Equal("http 1 4 1 2 0 200 0  ok", await host.Log.NextAsync());
    }

    [Fact]
    [Trait("abi-case", "149")]
    public async Task A_gRPC_stream_that_fails_at_once_is_closed_after_the_guest_has_its_token()
    {
        var transport = new ScriptedTransport((_, _) => ValueTask.FromResult(new CalloutResult(
            CalloutFailure.NoHealthyUpstream)));
        await using var host = new CalloutHost(TimeProvider.System, transport);
        var module = new CallingModule();
        module.OnConfigure(module.LogStatus("stream", module.GrpcStream("web")));

        await host.LoadAsync(module);

        Assert.Equal("stream 0 6", await host.Log.NextAsync());
        Assert.StartsWith("close 1 6 14 14 ", await host.Log.NextAsync(), StringComparison.Ordinal);
        Assert.False(host.Log.HasMore);
    }

    [Fact]
    [Trait("abi-case", "151")]
    public async Task A_call_goes_on_when_its_stream_is_answered_in_the_same_callback()
    {
        await using var host = new CalloutHost(TimeProvider.System, new ScriptedTransport(Answer));
        var module = new CallingModule();
        module.Import("proxy_send_local_response", "$respond (param i32 i32 i32 i32 i32 i32 i32 i32) (result i32)");
        module.Export(
            "proxy_on_request_headers",
            $"""
             (param i32 i32 i32) (result i32)
             (drop {module.HttpCall("web")})
             (drop (call $respond (i32.const 403) (i32.const 0) (i32.const 0) (i32.const 0) (i32.const 0)
               (i32.const 0) (i32.const 0) (i32.const -1)))
             (i32.const 0)
             """);
        var plugin = await host.LoadAsync(module);

        await using var stream = TestStream.Open(host.Host, plugin);
        await stream.SendHeadersAsync();

        Assert.Equal(StreamTermination.LocalResponse, stream.Stream.Termination);
        Assert.Equal(403, stream.Stream.LocalResponse?.StatusCode);
        Assert.Equal("http 1 4 1 2 0 200 0  ok", await host.Log.NextAsync());
    }

    private static ValueTask<CalloutResult> Answer(CalloutRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CalloutResult(new ScriptedResponse(200, "ok"u8.ToArray(), grpcStatus: "")));
}
