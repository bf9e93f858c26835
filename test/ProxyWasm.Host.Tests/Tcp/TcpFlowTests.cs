using ProxyWasm.Host.Tcp;
using ProxyWasm.Host.Tests.Scenarios;
using static ProxyWasm.Host.Tests.Tcp.TcpWat;

namespace ProxyWasm.Host.Tests.Tcp;

/// <summary>Bytes on their way through TCP plugins (cases 133, 134, 136, 138 and 90 of the ABI reference).</summary>
public sealed class TcpFlowTests
{
    private const string Hold = "(global.set $held (local.get $id))";
    private const string Continue2 = "(drop (call $continue (i32.const 2)))";
    private const string Pause = "(i32.const 1)";

    [Fact]
    [Trait("abi-case", "133")]
    public async Task Case_133_A_new_connection_that_is_paused_goes_nowhere_until_it_is_resumed()
    {
        await using var proxy = new TestProxy();
        var chain = await ChainAsync(proxy, WithTick(
            Wat.Create("""(if (local.get $parent) (then (call $say @"create")))""")
                + NewConnection("""(call $say @"connection")""" + Hold, Pause)
                + Data("downstream", """(call $say_number @"data" (local.get $count))"""),
            Continue2));
        var connection = await TestConnection.AcceptAsync(chain);

        Assert.Equal(["create", "connection"], proxy.TakeLines());
        Assert.False(connection.Connection.IsAccepted);
        Assert.True(connection.Connection.Downstream.IsPaused);
        Assert.False(connection.Connection.Downstream.WantsInput);

        var resumed = connection.ResumeDownstreamAsync();
        Assert.False(resumed.IsCompleted);
        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await resumed;
        Assert.True(connection.Connection.IsAccepted);
        Assert.True(connection.Connection.Downstream.WantsInput);
        await connection.SendAsync("abc");
        Assert.Equal("abc", connection.Upstream);
        Assert.Equal(["data 3"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "133")]
    public async Task Case_133_The_next_plugin_sees_a_connection_when_the_one_before_has_let_it_pass()
    {
        await using var proxy = new TestProxy();
        var first = await proxy.LoadAsync(
            WithTick(NewConnection("""(call $say @"first")""" + Hold, Pause), Continue2), name: "first");
        var second = await proxy.LoadAsync(NewConnection("""(call $say @"second")"""), name: "second");
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(first, second));
        Assert.Equal(["first"], proxy.TakeLines());

        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await connection.ResumeDownstreamAsync();
        Assert.Equal(["second"], proxy.TakeLines());
        Assert.True(connection.Connection.IsAccepted);
    }

    [Fact]
    [Trait("abi-case", "134")]
    public async Task Case_134_Bytes_are_replaced_prepended_and_appended_both_ways()
    {
        await using var proxy = new TestProxy();
        var chain = await ChainAsync(proxy, Data("downstream", """
            (call $say_body @"data" (i32.const 2))
            (drop (call $set_buffer (i32.const 2) (i32.const 0) (i32.const -1) @"replaced"))
            """) + Data("upstream", """
            (call $say_body @"answer" (i32.const 3))
            (drop (call $set_buffer (i32.const 3) (i32.const 0) (i32.const 0) @"<"))
            (drop (call $set_buffer (i32.const 3) (i32.const -1) (i32.const 0) @">"))
            """));
        var connection = await TestConnection.AcceptAsync(chain);
        await connection.SendAsync("abc");
        await connection.AnswerAsync("def");

        Assert.Equal(("replaced", "<def>"), (connection.Upstream, connection.Client));
        Assert.Equal(["data 0 abc", "answer 0 def"], proxy.TakeLines());
    }

    [Fact]
    public async Task A_plugin_that_empties_the_buffer_has_consumed_the_bytes()
    {
        await using var proxy = new TestProxy();
        var chain = await ChainAsync(
            proxy, Data("downstream", """(drop (call $set_buffer (i32.const 2) (i32.const 0) (i32.const -1) @""))"""));
        var connection = await TestConnection.AcceptAsync(chain);
        await connection.SendAsync("abc");
        await connection.SendAsync("def", end: true);

        Assert.Equal("", connection.Upstream);
        Assert.True(connection.Connection.Downstream.EndReleased);
    }

    [Fact]
    public async Task A_buffer_is_reached_in_its_callback_and_while_it_is_held_only()
    {
        await using var proxy = new TestProxy();
        var set = """(drop (call $set_buffer (i32.const 2) (i32.const -1) (i32.const 0) @"!"))""";
        var chain = await ChainAsync(proxy, WithTick(
            Data("downstream", Hold + """
                (call $say_number @"other"
                  (call $set_buffer (i32.const 3) (i32.const 0) (i32.const 0) @"x"))
                """, Pause)
            + Data("upstream", """(call $say_body @"seen" (i32.const 2))"""),
            set + Continue2));
        var connection = await TestConnection.AcceptAsync(chain);
        await connection.AnswerAsync("early");
        await connection.SendAsync("abc");
        await connection.AnswerAsync("late");
        Assert.Equal(["seen 0 ", "other 2", "seen 0 abc"], proxy.TakeLines());

        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await connection.ResumeDownstreamAsync();
        Assert.Equal("abc!", connection.Upstream);
        await connection.AnswerAsync("!");
        Assert.Equal(["seen 0 "], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "136")]
    public async Task Case_136_Bytes_of_a_connection_that_a_plugin_has_not_seen_pass_without_it()
    {
        await using var proxy = new TestProxy();
        var first = await proxy.LoadAsync(NewConnection("", Pause), name: "first");
        var second = await proxy.LoadAsync(
            NewConnection("unreachable") + Data("upstream", """(call $say @"data")"""), name: "second");
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(first, second));
        await connection.AnswerAsync("abc");
        await connection.FinishAsync();

        Assert.Equal("abc", connection.Client);
        Assert.Empty(proxy.TakeLines());
        Assert.Empty(proxy.TakeReports());
    }

    [Fact]
    [Trait("abi-case", "138")]
    public async Task Case_138_After_a_pause_the_next_callback_sees_all_bytes_so_far()
    {
        await using var proxy = new TestProxy();
        var chain = await ChainAsync(proxy, Data(
            "downstream",
            """(call $say_body @"data" (i32.const 2))(call $say_number @"of" (local.get $count))""",
            "(i32.lt_u (local.get $count) (i32.const 6))"));
        var connection = await TestConnection.AcceptAsync(chain);
        await connection.SendAsync("abc");
        Assert.Equal("", connection.Upstream);
        Assert.True(connection.Connection.Downstream.WantsInput);
        await connection.SendAsync("def");
        Assert.Equal("abcdef", connection.Upstream);
        await connection.SendAsync("ghijkl", end: true);

        Assert.Equal("abcdefghijkl", connection.Upstream);
        Assert.True(connection.Connection.Downstream.EndReleased);
        Assert.Equal(["data 0 abc", "of 3", "data 0 abcdef", "of 6", "data 0 ghijkl", "of 6"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "138")]
    public async Task Case_138_Resuming_passes_the_held_bytes_and_the_end_to_the_next_plugin()
    {
        await using var proxy = new TestProxy();
        var first = await proxy.LoadAsync(WithTick(Data("downstream", Hold, Pause), Continue2), name: "first");
        var second = await proxy.LoadAsync(Data("downstream", """
            (call $say_body @"second" (i32.const 2))
            (call $say_number @"end" (local.get $end))
            """), name: "second");
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(first, second));
        await connection.SendAsync("abc");
        await connection.SendAsync("def", end: true);
        Assert.Empty(proxy.TakeLines());

        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await connection.ResumeDownstreamAsync();
        Assert.Equal("abcdef", connection.Upstream);
        Assert.True(connection.Connection.Downstream.EndReleased);
        Assert.Equal(["second 0 abcdef", "end 1"], proxy.TakeLines());
    }

    [Fact]
    public async Task A_resume_inside_of_the_callback_that_pauses_takes_effect()
    {
        await using var proxy = new TestProxy();
        var chain = await ChainAsync(
            proxy, NewConnection(Continue2, Pause) + Data("downstream", Continue2, Pause));
        var connection = await TestConnection.AcceptAsync(chain);
        Assert.True(connection.Connection.IsAccepted);
        await connection.SendAsync("abc");
        Assert.Equal("abc", connection.Upstream);
    }

    [Fact]
    [Trait("abi-case", "90")]
    public async Task Case_90_Bytes_of_the_upstream_are_resumed_by_stream_3()
    {
        await using var proxy = new TestProxy();
        var chain = await ChainAsync(proxy, WithTick(
            Data("upstream", Hold + """(call $say_body @"answer" (i32.const 3))""", Pause),
            """
            (call $say_number @"request" (call $continue (i32.const 0)))
            (call $say_number @"unknown" (call $continue (i32.const 4)))
            (call $say_number @"upstream" (call $continue (i32.const 3)))
            """));
        var connection = await TestConnection.AcceptAsync(chain);
        await connection.AnswerAsync("abc");
        await connection.AnswerAsync("def", end: true);
        Assert.Equal("", connection.Client);
        Assert.Equal(["answer 0 abc", "answer 0 abcdef"], proxy.TakeLines());

        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await connection.ResumeUpstreamAsync();
        Assert.Equal("abcdef", connection.Client);
        Assert.True(connection.Connection.Upstream.EndReleased);
        Assert.Equal(["request 0", "unknown 2", "upstream 0"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "90")]
    public async Task Case_90_Stream_3_is_not_implemented_for_http_and_no_stream_is_resumed_from_a_root_context()
    {
        await using var proxy = new TestProxy();
        var status = """
            (call $say_number @"upstream" (call $continue (i32.const 3)))
            (call $say_number @"unknown" (call $continue (i32.const 4)))
            (call $say_number @"request" (call $continue (i32.const 0)))
            """;
        await using var plugin = await proxy.LoadAsync(
            WithTick(Wat.Callback("request_headers", status, Pause), status));
        var stream = proxy.Open(proxy.Host.CreateHttpChain(plugin));
        await stream.SendRequestAsync();
        Assert.Equal(["upstream 12", "unknown 2", "request 0"], proxy.TakeLines());
        Assert.True(stream.Request.HeadersReleased);

        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await proxy.SettleAsync();
        Assert.Equal(["upstream 12", "unknown 2", "request 0"], proxy.TakeLines());
        await stream.FinishAsync();
    }

    [Fact]
    public async Task The_client_s_bytes_meet_the_plugins_in_order_and_the_upstream_s_in_reverse_order()
    {
        await using var proxy = new TestProxy();
        string Tag(string tag) =>
            Data("downstream", $"""(drop (call $set_buffer (i32.const 2) (i32.const -1) (i32.const 0) @"{tag}"))""")
            + Data("upstream", $"""(drop (call $set_buffer (i32.const 3) (i32.const -1) (i32.const 0) @"{tag}"))""");
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(
            await proxy.LoadAsync(Tag("1"), name: "first"), await proxy.LoadAsync(Tag("2"), name: "second")));
        await connection.SendAsync("a");
        await connection.AnswerAsync("b");
        Assert.Equal(("a12", "b21"), (connection.Upstream, connection.Client));
    }

    [Fact]
    public async Task A_full_buffer_stops_the_reading_and_fails_nothing()
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(
            WithTick(Data("downstream", Hold, Pause), Continue2),
            options => options with { Limits = options.Limits with { BufferBytes = 5 } });
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(plugin));
        await connection.SendAsync("abcd");
        Assert.True(connection.Connection.Downstream.WantsInput);
        await connection.SendAsync("ef");
        Assert.False(connection.Connection.Downstream.WantsInput);
        Assert.False(connection.Connection.IsClosed);

        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await connection.ResumeDownstreamAsync();
        Assert.Equal("abcdef", connection.Upstream);
        Assert.True(connection.Connection.Downstream.WantsInput);
    }

    [Fact]
    public async Task Without_plugins_everything_passes()
    {
        await using var proxy = new TestProxy();
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain());
        Assert.True(connection.Connection.IsAccepted);
        await connection.SendAsync("abc", end: true);
        await connection.AnswerAsync("def", end: true);
        await connection.FinishAsync();
        Assert.Equal(("abc", "def"), (connection.Upstream, connection.Client));
    }

    private static async Task<TcpFilterChain> ChainAsync(TestProxy proxy, string functions) =>
        proxy.Host.CreateTcpChain(await proxy.LoadAsync(functions));
}
