using ProxyWasm.Host.Http;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>What a stream may count on until it is deleted, and what holds its response.</summary>
public sealed class StreamEndTests
{
    [Theory]
    [InlineData("(drop (call $close (i32.const 0)))")]
    [InlineData("""
        (drop (call $respond (i32.const 403) (i32.const 0) (i32.const 0) @"no"
          (i32.const 0) (i32.const 0) (i32.const -1)))
        """)]
    [Trait("abi-case", "33")]
    public async Task Case_033_What_the_client_sends_after_the_end_of_a_stream_reaches_no_plugin(string end)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("request_headers", "")
            + Callback("request_body", """(call $say_body @"body" (i32.const 0))""" + end)
            + Trailers("request", """(call $say @"trailers")""")));
        await stream.SendRequestAsync(end: false);
        await stream.SendRequestBodyAsync("early");
        Assert.Equal(["body 0 early"], proxy.TakeLines());
        if (stream.Termination == StreamTermination.LocalResponse)
        {
            await stream.SendLocalResponseAsync();
        }

        await stream.SendRequestBodyAsync("late");
        await stream.SendRequestTrailersAsync(("x-sum", "1"));
        await stream.FinishAsync();
        Assert.Empty(proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "148")]
    public async Task Case_148_A_stream_is_known_until_its_deletion_has_returned()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", """(call $say_number @"before" (call $effective (i32.const 2)))""")
            + Done("""(call $say_number @"done" (call $effective (local.get $id)))""")
            + Event("log", """(call $say_number @"log" (call $effective (local.get $id)))""")
            + Event("delete", """(call $say_number @"delete" (call $effective (local.get $id)))"""));
        var first = proxy.Open(chain);
        await first.ExchangeAsync();
        await first.FinishAsync();
        Assert.Equal(["before 0", "log 0", "done 0", "delete 0"], proxy.TakeLines());

        var second = proxy.Open(chain);
        await second.SendRequestAsync();
        Assert.Equal(["before 2"], proxy.TakeLines());
        await second.FinishAsync();
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("body", "x/y")]
    [Trait("abi-case", "150")]
    public async Task Case_150_A_content_type_goes_with_a_body_only(string body, string? expected)
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Callback("request_headers", $"""
            (drop (call $respond (i32.const 403) (i32.const 0) (i32.const 0) @"{body}"
              @"\01\00\00\00\0c\00\00\00\03\00\00\00content-type\00x/y\00" (i32.const -1)))
            """));
        var stream = proxy.Open(chain);
        await stream.ExchangeAsync();

        Assert.Equal("403", stream.Stream.ResponseHeaders.Get(":status"));
        Assert.Equal(expected, stream.Stream.ResponseHeaders.Get("content-type"));
        Assert.Equal(body, stream.Client);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "155")]
    public async Task Case_155_A_response_whose_headers_pause_is_held_until_it_is_resumed()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", """
                (if (i32.eq (local.get $id) (i32.const 3))
                  (then (drop (call $effective (i32.const 2))) (drop (call $continue (i32.const 1)))))
                """)
            + Callback("response_headers", "", "(i32.const 1)"));
        var held = proxy.Open(chain);
        await held.SendRequestAsync();
        await held.SendResponseAsync();
        Assert.True(held.Response.IsPaused);
        Assert.False(held.Response.HeadersReleased);

        var other = proxy.Open(chain);
        await other.SendRequestAsync();
        await held.ResumeAsync(held.Response);

        Assert.True(held.Response.HeadersReleased);
        await other.FinishAsync();
        await held.FinishAsync();
    }
}
