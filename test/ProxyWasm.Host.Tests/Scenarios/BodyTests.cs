using System.Globalization;
using static ProxyWasm.Host.Tests.Scenarios.Wat;

namespace ProxyWasm.Host.Tests.Scenarios;

/// <summary>What body and trailers callbacks see and what passes (cases 59 to 77 of the ABI reference).</summary>
public sealed class BodyTests
{
    private const string SayBody = """
        (call $say_number @"size" (local.get $count))
        (call $say_number @"end" (local.get $end))
        (call $say_body @"body" (i32.const 0))
        """;

    [Fact]
    [Trait("abi-case", "59")]
    public async Task Case_059_Chunks_that_pass_are_presented_one_by_one()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_body", SayBody)));
        await PostAsync(stream, "hello", " world");

        Assert.Equal(["size 5", "end 0", "body 0 hello", "size 6", "end 1", "body 0  world"], proxy.TakeLines());
        Assert.Equal("hello world", stream.Upstream);
        Assert.True(stream.Request.EndReleased);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "60")]
    public async Task Case_060_Body_is_presented_as_a_whole_after_stop_and_buffer()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("request_body", SayBody, "(select (i32.const 0) (i32.const 1) (local.get $end))")));
        await stream.SendRequestAsync(end: false);
        await stream.SendRequestBodyAsync("hello");
        Assert.Equal("", stream.Upstream);
        await stream.SendRequestBodyAsync(" world", end: true);

        Assert.Equal(
            ["size 5", "end 0", "body 0 hello", "size 11", "end 1", "body 0 hello world"], proxy.TakeLines());
        Assert.Equal("hello world", stream.Upstream);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "61")]
    [Trait("abi-case", "62")]
    public async Task Case_061_A_buffered_body_can_be_replaced_and_the_length_header_is_the_plugins_business()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("request_headers", """(drop (call $remove (i32.const 0) @"x-drop"))""")
            + Callback("request_body", """
                (if (i32.eqz (local.get $end)) (then (return (i32.const 1))))
                (drop (call $set_buffer (i32.const 0) (i32.const 0) (i32.const -1) @"short"))
                """)));
        await stream.SendRequestAsync(false, ("content-length", "11"), ("x-drop", "1"));
        await stream.SendRequestBodyAsync("hello");
        await stream.SendRequestBodyAsync(" world", end: true);

        Assert.Equal("short", stream.Upstream);
        Assert.Equal("11", stream.Stream.RequestHeaders.Get("content-length"));
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(0, 0, "pre.", "pre.hello")]
    [InlineData(-1, 0, ".post", "hello.post")]
    [InlineData(0x7FFFFFFF, 9, ".post", "hello.post")]
    [InlineData(5, 0, ".post", "hello.post")]
    [InlineData(0, -1, "x", "x")]
    [InlineData(0, 0x7FFFFFFF, "x", "x")]
    [InlineData(0, 4, "partial.replace.", "partial.replace.o")]
    [InlineData(0, 1, "partial.replace.", "partial.replace.ello")]
    [InlineData(0, -1, "", "")]
    [InlineData(0, 1, "", "ello")]
    [InlineData(1, 3, "u", "huo")]
    [InlineData(2, 0, "-", "he-llo")]
    [InlineData(4, -1, "!", "hell!")]
    [Trait("abi-case", "63")]
    [Trait("abi-case", "64")]
    public async Task Case_063_Writing_replaces_any_range_of_the_body(int start, int size, string data, string expected)
    {
        await using var proxy = new TestProxy();
        var at = start.ToString(CultureInfo.InvariantCulture);
        var count = size.ToString(CultureInfo.InvariantCulture);
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_body", $"""
            (call $say_number @"set"
              (call $set_buffer (i32.const 0) (i32.const {at}) (i32.const {count}) @"{data}"))
            (call $say_body @"now" (i32.const 0))
            """)));
        await PostAsync(stream, "hello");

        Assert.Equal(["set 0", $"now 0 {expected}"], proxy.TakeLines());
        Assert.Equal(expected, stream.Upstream);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "65")]
    public async Task Case_065_After_buffering_the_rest_streams_chunk_by_chunk()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync("""
              (global $calls (mut i32) (i32.const 0))
            """ + Callback("request_body", """
            (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
            (call $say_body @"body" (i32.const 0))
            """, "(i32.le_u (global.get $calls) (i32.const 2))")));
        await stream.SendRequestAsync(end: false);
        string[] chunks = ["a", "b", "c", "d", "e"];
        var seen = new List<string>();
        for (var i = 0; i < chunks.Length; i++)
        {
            await stream.SendRequestBodyAsync(chunks[i], end: i == chunks.Length - 1);
            seen.Add(stream.Upstream);
        }

        Assert.Equal(["body 0 a", "body 0 ab", "body 0 abc", "body 0 d", "body 0 e"], proxy.TakeLines());
        Assert.Equal(["", "", "abc", "abcd", "abcde"], seen);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "66")]
    public async Task Case_066_With_trailers_no_body_callback_ends_and_a_buffered_body_stays_readable()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("request_body", SayBody, "(i32.const 1)")
            + Trailers("request", """
                (call $say_number @"trailers" (local.get $count))
                (call $say_body @"body" (i32.const 0))
                (drop (call $set_buffer (i32.const 0) (i32.const -1) (i32.const 0) @"!"))
                (drop (call $add (i32.const 1) @"x-second" @"2"))
                """)));
        await stream.SendRequestAsync(end: false);
        await stream.SendRequestBodyAsync("hello");
        await stream.SendRequestTrailersAsync(("x-first", "1"));

        Assert.Equal(
            ["size 5", "end 0", "body 0 hello", "trailers 1", "body 0 hello"], proxy.TakeLines());
        Assert.Equal("hello!", stream.Upstream);
        Assert.True(stream.Request.TrailersReleased);
        Assert.Equal(["x-first: 1", "x-second: 2"], TestStream.Fields(stream.Stream.RequestTrailers));
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "66")]
    public async Task Case_066_Paused_trailers_hold_the_body_until_they_are_resumed()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", """
                (if (i32.eq (local.get $id) (i32.const 3))
                  (then
                    (drop (call $effective (i32.const 2)))
                    (drop (call $continue (i32.const 0)))))
                """)
            + Callback("request_body", "", "(i32.const 1)")
            + Trailers("request", "", "(i32.const 1)"));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync(end: false);
        await stream.SendRequestBodyAsync("hello");
        await stream.SendRequestTrailersAsync(("x-first", "1"));
        Assert.Equal(
            ("", false, false),
            (stream.Upstream, stream.Request.TrailersReleased, stream.Request.EndReleased));

        var other = proxy.Open(chain);
        await other.SendRequestAsync();
        await stream.ResumeAsync(stream.Request);

        Assert.Equal(
            ("hello", true, true),
            (stream.Upstream, stream.Request.TrailersReleased, stream.Request.EndReleased));
        await stream.FinishAsync();
        await other.FinishAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("abi-case", "67")]
    public async Task Case_067_Trailers_can_be_made_up_with_the_last_bytes_of_a_body_only(bool last)
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(
            Callback("response_body", """
                (call $say_number @"add" (call $add (i32.const 3) @"x-sum" @"1"))
                (call $say_number @"other way" (call $add (i32.const 1) @"x-sum" @"1"))
                """)
            + Trailers("response", """(call $say @"trailers")""")));
        await stream.SendRequestAsync();
        await stream.SendResponseAsync(end: false);
        await stream.SendResponseBodyAsync("hello", end: last);

        Assert.Equal([last ? "add 0" : "add 2", "other way 2"], proxy.TakeLines());
        Assert.Equal(last, stream.Response.TrailersReleased);
        Assert.Equal(last, stream.Response.EndReleased);
        Assert.Equal("hello", stream.Client);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "68")]
    public async Task Case_068_A_plugin_without_body_callbacks_costs_no_copy()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(Callback("request_headers", ""));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync(end: false);
        Assert.False(stream.Request.NeedsBody);
        await stream.Request.SendDataAsync("hello"u8.ToArray(), endOfStream: true);

        Assert.True(stream.Request.Output.IsBorrowed);
        Assert.Equal(5, stream.Request.Output.Length);
        stream.Request.Output.Clear();
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "69")]
    public async Task Case_069_Paused_headers_hold_the_body_which_comes_as_one_chunk_afterwards()
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", """
                (if (i32.eq (local.get $id) (i32.const 2)) (then (return (i32.const 1))))
                (drop (call $effective (i32.const 2)))
                (drop (call $continue (i32.const 0)))
                """)
            + Callback("request_body", SayBody));
        var stream = proxy.Open(chain);
        await stream.SendRequestAsync(end: false);
        Assert.False(stream.Request.WantsInput);
        await stream.SendRequestBodyAsync("one ");
        await stream.SendRequestBodyAsync("two");
        Assert.Equal(("", 0), (stream.Upstream, proxy.TakeLines().Length));

        await proxy.Open(chain).SendRequestAsync();
        await stream.ResumeAsync(stream.Request);
        await stream.SendRequestBodyAsync(" three", end: true);

        Assert.Equal(
            ["size 7", "end 0", "body 0 one two", "size 6", "end 1", "body 0  three"], proxy.TakeLines());
        Assert.Equal("one two three", stream.Upstream);
        await stream.FinishAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("abi-case", "70")]
    public async Task Case_070_Body_callbacks_go_on_behind_held_headers_where_that_is_allowed(bool allowed)
    {
        await using var proxy = new TestProxy();
        var chain = await proxy.ChainAsync(
            Callback("request_headers", "", "(i32.const 1)")
            + Callback("request_body", """
                (call $say @"body")
                (drop (call $add (i32.const 0) @"x-from-body" @"1"))
                """),
            options => options with { AllowOnHeadersStopIteration = allowed });
        var stream = proxy.Open(chain);
        await PostAsync(stream, "hello");

        Assert.Equal(allowed ? ["body"] : [], proxy.TakeLines());
        Assert.Equal(allowed, stream.Request.HeadersReleased);
        Assert.Equal(allowed ? "1" : null, stream.Stream.RequestHeaders.Get("x-from-body"));
        Assert.Equal(allowed ? "hello" : "", stream.Upstream);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "72")]
    public async Task Case_072_In_a_headers_callback_the_body_is_empty_and_not_writable()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_headers", """
            (call $say_body @"body" (i32.const 0))
            (call $say_number @"set" (call $set_buffer (i32.const 0) (i32.const 0) (i32.const 0) @"x"))
            """)));
        await stream.SendRequestAsync(end: false);

        Assert.Equal(["body 0 ", "set 2"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "73")]
    public async Task Case_073_Reading_is_clipped_to_what_there_is()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_body", """
            (call $say_result @"beyond" (call $get_buffer
              (i32.const 0) (i32.const 6) (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"rest" (call $get_buffer
              (i32.const 0) (i32.const 2) (i32.const -1) (i32.const 0x10) (i32.const 0x14)))
            (call $say_result @"type 9" (call $get_buffer
              (i32.const 9) (i32.const 0) (i32.const 1) (i32.const 0x10) (i32.const 0x14)))
            """)));
        await PostAsync(stream, "hello");

        Assert.Equal(["beyond 0 ", "rest 0 llo", "type 9 2"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "75")]
    public async Task Case_075_An_empty_end_is_presented()
    {
        await using var proxy = new TestProxy();
        var stream = proxy.Open(await proxy.ChainAsync(Callback("request_body", SayBody)));
        await PostAsync(stream, "hello", "");

        Assert.Equal(["size 5", "end 0", "body 0 hello", "size 0", "end 1", "body 0 "], proxy.TakeLines());
        Assert.True(stream.Request.EndReleased);
        await stream.FinishAsync();
    }

    [Fact]
    [Trait("abi-case", "77")]
    public async Task Case_077_An_unknown_answer_to_a_body_takes_it_and_to_headers_stops_everything()
    {
        await using var proxy = new TestProxy();
        var body = proxy.Open(await proxy.ChainAsync(
            Callback("request_body", SayBody, "(select (i32.const 0) (i32.const 7) (local.get $end))")));
        await PostAsync(body, "taken", "kept");
        Assert.Equal("kept", body.Upstream);
        await body.FinishAsync();

        var headers = proxy.Open(await proxy.ChainAsync(Callback("request_headers", "", "(i32.const 9)")));
        await headers.SendRequestAsync(end: false);
        Assert.False(headers.Request.HeadersReleased);
        Assert.False(headers.Request.WantsInput);
        await headers.FinishAsync();
    }

    private static async Task PostAsync(TestStream stream, params string[] chunks)
    {
        await stream.SendRequestAsync(end: false);
        for (var i = 0; i < chunks.Length; i++)
        {
            await stream.SendRequestBodyAsync(chunks[i], end: i == chunks.Length - 1);
        }
    }
}
