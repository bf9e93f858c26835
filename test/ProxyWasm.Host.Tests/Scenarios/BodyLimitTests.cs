using ProxyWasm.Host.Http;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>How much of a body may be held for a plugin (case 71 of the ABI reference).</summary>
public sealed class BodyLimitTests
{
    private const string SayBody = """
        (call $say_number @"size" (local.get $count))
        (call $say_number @"end" (local.get $end))
        (call $say_body @"body" (i32.const 0))
        """;

    [Theory]
    [InlineData(1, "hello", " world")]
    [InlineData(1, "hello world", "")]
    [Trait("abi-case", "71")]
    public async Task Case_071_A_request_body_above_the_limit_is_answered_with_413(
        int result, string first, string second)
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_body", """(call $say_number @"size" (local.get $count))""", $"(i32.const {result})")
            + Event("log", """(call $say @"log")"""),
            Limited);
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync(end: false);
        await stream.SendRequestBodyAsync(first);
        if (stream.Termination == StreamTermination.None)
        {
            await stream.SendRequestBodyAsync(second);
        }

        Assert.Equal(
            (StreamTermination.LocalResponse, 413),
            (stream.Termination, stream.Stream.LocalResponse!.StatusCode));
        Assert.Equal([$"size {first.Length}"], proxy.TakeLines());
        await stream.SendLocalResponseAsync();
        Assert.Equal("Payload Too Large", stream.Client);
        await stream.FinishAsync();
        Assert.Equal(["log"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "71")]
    public async Task Case_071_Bytes_that_a_plugin_writes_count_against_the_limit_too()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_body", """
                (drop (call $set_buffer (i32.const 0) (i32.const 0) (i32.const 0) @"many more bytes"))
                """, "(i32.const 1)"),
            Limited);
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync(end: false);
        await stream.SendRequestBodyAsync("hello", end: true);

        Assert.Equal(413, stream.Stream.LocalResponse?.StatusCode);
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("abi-case", "71")]
    public async Task Case_071_A_response_body_above_the_limit_is_a_500_or_a_reset(bool headersGone)
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("response_headers", "", headersGone ? "(i32.const 0)" : "(i32.const 1)")
            + Callback("response_body", "", "(i32.const 1)"),
            options => Limited(options) with { AllowOnHeadersStopIteration = true });
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        await stream.SendResponseAsync(end: false);
        await stream.SendResponseBodyAsync("hello world");

        Assert.Equal(headersGone ? StreamTermination.Reset : StreamTermination.ReplacedResponse, stream.Termination);
        Assert.Equal(headersGone ? null : 500, stream.Stream.LocalResponse?.StatusCode);
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData("(i32.const 4)", true)]
    [InlineData("(i32.const 3)", false)]
    [Trait("abi-case", "71")]
    public async Task Case_071_Behind_stopped_headers_the_limit_slows_down_or_fails(string result, bool waits)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_headers", "", result), Limited));
        await stream.SendRequestAsync(end: false);
        Assert.Equal(!waits, stream.Request.WantsInput);
        await stream.SendRequestBodyAsync("hello world");

        Assert.Equal(waits ? StreamTermination.None : StreamTermination.LocalResponse, stream.Termination);
        await stream.FinishAsync();
    }

    [Fact]
    public async Task A_watermarked_body_is_kept_by_the_host_and_shown_in_new_parts()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("request_body", SayBody, "(select (i32.const 0) (i32.const 2) (local.get $end))"), Limited));
        await stream.SendRequestAsync(end: false);
        await stream.SendRequestBodyAsync("hello");
        Assert.True(stream.Request.WantsInput);
        await stream.SendRequestBodyAsync(" wor");
        Assert.False(stream.Request.WantsInput);
        await stream.SendRequestBodyAsync("ld", end: true);

        Assert.Equal(
            ["size 5", "end 0", "body 0 hello", "size 4", "end 0", "body 0  wor", "size 2", "end 1", "body 0 ld"],
            proxy.TakeLines());
        Assert.Equal("hello world", stream.Upstream);
        await stream.FinishAsync();
    }

    private static PluginOptions Limited(PluginOptions options) =>
        options with { Limits = new PluginLimits { BufferBytes = 8 } };
}
