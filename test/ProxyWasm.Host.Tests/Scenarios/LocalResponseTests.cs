using ProxyWasm.Host.Http;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>Answers of plugins, and streams that they close or resume (cases 78 to 90 of the ABI reference).</summary>
public sealed class LocalResponseTests
{
    // One pair: x: y
    private const string Forbid = """
        (drop (call $respond (i32.const 403) @"why not" @"no"
          @"\01\00\00\00\01\00\00\00\01\00\00\00x\00y\00" (i32.const -1)))
        """;

    private const string Sorry =
        """(drop (call $respond (i32.const 500) @"second" @"sorry" @"" (i32.const -1)))""";

    [Theory]
    [InlineData("(i32.const 0)")]
    [InlineData("(i32.const 1)")]
    [InlineData("(i32.const 4)")]
    [Trait("abi-case", "78")]
    [Trait("abi-case", "79")]
    public async Task Case_078_A_local_response_takes_the_place_of_the_upstream(string result)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("request_headers", Forbid, result)
            + Callback("response_headers", """(call $say_number @"headers" (local.get $count))""")
            + Callback("response_body", """(call $say_body @"body" (i32.const 1))""")));
        await stream.SendRequestAsync();
        Assert.Equal(StreamTermination.LocalResponse, stream.Termination);
        Assert.False(stream.Request.HeadersReleased);
        await stream.SendLocalResponseAsync();

        Assert.Equal(
            [":status: 403", "x: y", "content-length: 2", "content-type: text/plain"],
            TestStream.Fields(stream.Stream.ResponseHeaders));
        Assert.Equal(("no", "why_not"), (stream.Client, stream.Stream.ResponseDetails));
        Assert.Equal(["headers 4", "body 0 no"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(-1, "16")]
    [InlineData(7, "7")]
    [InlineData(99, "16")]
    [Trait("abi-case", "80")]
    public async Task Case_080_A_gRPC_request_is_answered_with_trailers_alone(int status, string expected)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_headers", $"""
            (drop (call $respond (i32.const 401) @"" @"50% off" @"" (i32.const {status})))
            """)));
        await stream.SendRequestAsync(true, ("content-type", "application/grpc+proto"));
        await stream.SendLocalResponseAsync();

        Assert.Equal(
            [":status: 200", "content-type: application/grpc", $"grpc-status: {expected}", "grpc-message: 50%25 off"],
            TestStream.Fields(stream.Stream.ResponseHeaders));
        Assert.Equal("", stream.Client);
        Assert.True(stream.Response.EndReleased);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "81")]
    public async Task Case_081_Of_two_local_responses_the_first_is_sent()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_headers", Forbid + Sorry)));
        await stream.SendRequestAsync();
        await stream.SendLocalResponseAsync();

        Assert.Equal((403, "no"), (stream.Stream.LocalResponse!.StatusCode, stream.Client));
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData("(i32.const 0)")]
    [InlineData("(i32.const 1)")]
    [Trait("abi-case", "82")]
    [Trait("abi-case", "139")]
    public async Task Case_082_An_answer_to_the_own_answer_neither_counts_nor_hangs(string result)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("request_headers", Forbid, "(i32.const 1)") + Callback("response_headers", Sorry, result)));
        await stream.SendRequestAsync();
        await stream.SendLocalResponseAsync();

        Assert.Equal(StreamTermination.None, stream.Termination);
        Assert.True(stream.Response.EndReleased);
        Assert.Equal("no", stream.Client);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "83")]
    public async Task Case_083_A_response_is_replaced_before_its_headers_are_gone()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("response_headers", """(call $say @"response")""" + Forbid)));
        await stream.SendRequestAsync();
        await stream.SendResponseAsync(end: false);
        Assert.Equal(StreamTermination.ReplacedResponse, stream.Termination);
        await stream.SendLocalResponseAsync();

        Assert.Equal(("403", "no"), (stream.Stream.ResponseHeaders.Get(":status"), stream.Client));
        Assert.Equal(["response"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "84")]
    public async Task Case_084_An_answer_after_the_headers_are_gone_resets_the_stream()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("response_body", Forbid)));
        await stream.SendRequestAsync();
        await stream.SendResponseAsync(end: false);
        await stream.SendResponseBodyAsync("hello");

        Assert.Equal(StreamTermination.Reset, stream.Termination);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "86")]
    public async Task Case_086_A_paused_stream_can_be_answered_from_elsewhere()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Callback("request_headers", $"""
            (if (i32.eq (local.get $id) (i32.const 2)) (then (return (i32.const 1))))
            (drop (call $effective (i32.const 2)))
            {Forbid}
            """));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        var other = proxy.Open(chain);
        await other.SendRequestAsync();
        await stream.ResumeAsync(stream.Request);

        Assert.Equal(StreamTermination.LocalResponse, stream.Termination);
        Assert.False(stream.Request.HeadersReleased);
        Assert.Equal(StreamTermination.None, other.Termination);
        Assert.True(other.Request.HeadersReleased);
        await stream.SendLocalResponseAsync();
        Assert.Equal("no", stream.Client);
        await stream.FinishAsync();
        await other.FinishAsync();
    }

    [Fact]
    public async Task An_answer_from_elsewhere_that_comes_too_late_does_not_undo_a_later_pause()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", $"""
                (if (i32.eq (local.get $id) (i32.const 2)) (then {Forbid} (return (i32.const 1))))
                (drop (call $effective (i32.const 2)))
                {Sorry}
                """)
            + Callback("response_headers", "", "(i32.const 1)"));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync();
        var body = await stream.Stream.BeginLocalResponseAsync();
        var other = proxy.Open(chain);
        await other.SendRequestAsync();
        await stream.Response.SendHeadersAsync(body.IsEmpty);

        Assert.True(stream.Response.IsPaused);
        await stream.FinishAsync();
        await other.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "87")]
    public async Task Case_087_An_answer_in_the_log_is_ignored()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Event("log", Forbid + """(call $say @"still here")"""));
        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();
        await stream.FinishAsync();

        Assert.Equal(["still here"], proxy.TakeLines());
        Assert.Empty(proxy.TakeReports());
    }

    [Theory]
    [InlineData("request_headers", 0)]
    [InlineData("response_headers", 1)]
    [Trait("abi-case", "88")]
    public async Task Case_088_Closing_resets_the_stream_and_ends_its_context(string callback, int side)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback(callback, $"(drop (call $close (i32.const {side})))")
            + Event("log", """(call $say @"log")""")
            + Done("""(call $say @"done")""")
            + Event("delete", """(call $say @"delete")""")));
        await stream.ExchangeAsync();

        Assert.Equal(
            (StreamTermination.Reset, "wasm_close_stream"),
            (stream.Termination, stream.Stream.ResponseDetails));
        Assert.False(stream.Response.HeadersReleased);
        await stream.FinishAsync();
        Assert.Equal(["log", "done", "delete"], proxy.TakeLines());
    }

    [Theory]
    [InlineData("request_headers", 0)]
    [InlineData("response_headers", 1)]
    [Trait("abi-case", "89")]
    public async Task Case_089_A_callback_that_resumes_and_then_pauses_goes_on(string callback, int side)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback(callback, $"(drop (call $continue (i32.const {side})))", "(i32.const 1)")));
        await stream.ExchangeAsync();

        Assert.True(stream.Request.HeadersReleased);
        Assert.True(stream.Response.EndReleased);
        Assert.False(stream.Response.IsPaused);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "90")]
    public async Task Case_090_Resuming_what_is_not_there_is_answered_with_a_status()
    {
        await using var proxy = new TestProxy();
        const string Resume = """
            (call $say_number @"request" (call $continue (i32.const 0)))
            (call $say_number @"upstream" (call $continue (i32.const 3)))
            (call $say_number @"type 4" (call $continue (i32.const 4)))
            """;
        var stream = proxy.Open(await proxy.ChainAsync(
            Start("configure", """(call $say_number @"root" (call $continue (i32.const 0)))""")
            + Callback("request_headers", Resume)));
        await stream.SendRequestAsync();

        Assert.Equal(["root 0", "request 0", "upstream 12", "type 4 2"], proxy.TakeLines());
        Assert.True(stream.Request.HeadersReleased);
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(199)]
    [InlineData(600)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_status_that_is_none_becomes_a_500(int status)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_headers", $"""
            (drop (call $respond (i32.const {status}) @"" @"" @"" (i32.const -1)))
            """)));
        await stream.SendRequestAsync();

        Assert.Equal(500, stream.Stream.LocalResponse!.StatusCode);
        Assert.Single(proxy.TakeRemarks());
        await stream.FinishAsync();
    }
}
