using ProxyWasm.Abi;
using ProxyWasm.Host.Tests.Scenarios;
using static ProxyWasm.Host.Tests.Tcp.TcpWat;

namespace ProxyWasm.Host.Tests.Tcp;

/// <summary>
/// How TCP connections end: by a peer, a plugin, or a failure (cases 135 and 137 of the ABI reference).
/// </summary>
public sealed class TcpEndTests
{
    private static readonly string Narrator =
        Data("downstream", """(call $say_number @"data" (local.get $end))""")
        + Data("upstream", """(call $say_number @"answer" (local.get $end))""")
        + Close("upstream", """(call $say_number @"server" (local.get $peer))""")
        + Epilogue;

    public static TheoryData<string, string> Traps => new()
    {
        { "proxy_on_context_create", Wat.Create("(if (local.get $parent) (then unreachable))") },
        { "proxy_on_new_connection", NewConnection("unreachable") },
        { "proxy_on_downstream_data", Data("downstream", "unreachable") },
        { "proxy_on_upstream_data", Data("upstream", "unreachable") },
        { "proxy_on_upstream_connection_close", Close("upstream", "unreachable") },
    };

    [Theory]
    [InlineData(PeerType.Local, "client 1")]
    [InlineData(PeerType.Remote, "client 2")]
    [Trait("abi-case", "135")]
    public async Task Case_135_A_plugin_sees_the_ends_then_done_log_and_delete(PeerType closedBy, string close)
    {
        await using var proxy = new TestProxy();
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(await proxy.LoadAsync(Narrator)));
        await connection.SendAsync("abc");
        await connection.SendAsync("", end: true);
        Assert.True(connection.Connection.Downstream.EndReleased);
        await connection.AnswerAsync("def", end: true);
        Assert.True(connection.Connection.Upstream.EndReleased);
        await connection.FinishAsync(closedBy);

        Assert.Equal(["data 0", "data 1", "answer 1", "server 0", close, "done", "log", "delete"], proxy.TakeLines());
    }

    [Fact]
    [Trait("abi-case", "135")]
    public async Task Case_135_The_end_of_the_upstream_is_told_to_a_plugin_that_does_not_look_at_bytes()
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(Close("upstream", """(call $say_number @"server" (local.get $peer))"""));
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(plugin));
        await connection.AnswerAsync("def");
        await connection.AnswerAsync("", end: true);
        await connection.FinishAsync();
        Assert.Equal(["server 0"], proxy.TakeLines());
    }

    [Theory]
    [InlineData(FailurePolicy.FailClosed, true)]
    [InlineData(FailurePolicy.FailReload, true)]
    [InlineData(FailurePolicy.FailOpen, false)]
    [Trait("abi-case", "125")]
    public async Task Case_125_A_connection_meets_the_failure_policy_of_a_plugin_that_could_not_be_loaded(
        FailurePolicy policy, bool isClosed)
    {
        await using var proxy = new TestProxy();
        await using var absent = proxy.Host.CreateUnavailable(
            new PluginOptions { Name = "absent", Code = default, FailurePolicy = policy });
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(absent));

        Assert.False(absent.IsLoaded);
        Assert.Equal(isClosed, connection.Connection.IsClosed);
        await connection.FinishAsync();
    }

    [Fact]
    public async Task After_delete_nothing_of_the_connection_reaches_the_guest()
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(WithTick(
            NewConnection("(global.set $held (local.get $id))", "(i32.const 1)") + Narrator,
            """(call $say_number @"continue" (call $continue (i32.const 2)))"""));
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(plugin));
        await connection.FinishAsync(PeerType.Remote);
        Assert.Equal(["client 2", "done", "log", "delete"], proxy.TakeLines());

        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await proxy.SettleAsync();
        await connection.SendAsync("late");
        await connection.AnswerAsync("late", end: true);
        Assert.Equal(["continue 0"], proxy.TakeLines());
    }

    [Theory]
    [InlineData(2, "wasm_downstream_close")]
    [InlineData(3, "wasm_upstream_close")]
    public async Task A_plugin_closes_the_connection_from_a_callback_or_later(int stream, string details)
    {
        await using var proxy = new TestProxy();
        var close = $"(drop (call $close (i32.const {stream})))";
        var plugin = await proxy.LoadAsync(WithTick(
            NewConnection("(global.set $held (local.get $id))")
                + Data("downstream", $"(if (i32.gt_u (local.get $count) (i32.const 3)) (then {close}))")
                + Epilogue,
            close));
        var chain = proxy.Host.CreateTcpChain(plugin);
        var connection = await TestConnection.AcceptAsync(chain);
        await connection.SendAsync("abc");
        Assert.False(connection.Connection.IsClosed);
        await connection.SendAsync("defg");
        Assert.Equal(details, connection.Connection.CloseDetails);
        Assert.Equal("abc", connection.Upstream);
        await connection.FinishAsync();
        Assert.Equal(["client 1", "done", "log", "delete"], proxy.TakeLines());

        var other = await TestConnection.AcceptAsync(chain);
        var woken = 0;
        other.Connection.Upstream.Wake = () => woken++;
        proxy.Time.Advance(TimeSpan.FromSeconds(1));
        await other.ResumeDownstreamAsync();
        Assert.Equal(details, other.Connection.CloseDetails);
        Assert.Equal(1, woken);
        await other.FinishAsync();
    }

    [Theory]
    [MemberData(nameof(Traps))]
    [Trait("abi-case", "137")]
    public async Task Case_137_A_panic_closes_the_connection(string callback, string functions)
    {
        await using var proxy = new TestProxy();
        var connection = new TestConnection(proxy.Host.CreateTcpChain(await proxy.LoadAsync(functions + Epilogue)));
        await ExchangeAsync(connection);

        Assert.Equal("wasm_fail_stream", connection.Connection.CloseDetails);
        await connection.FinishAsync();
        Assert.Empty(proxy.TakeLines());
        Assert.Contains(callback, Assert.Single(proxy.TakeReports()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Traps))]
    [Trait("abi-case", "137")]
    public async Task Case_137_Bytes_pass_a_plugin_that_fails_open(string callback, string functions)
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(
            functions + Epilogue, options => options with { FailurePolicy = FailurePolicy.FailOpen });
        var connection = new TestConnection(proxy.Host.CreateTcpChain(plugin));
        await ExchangeAsync(connection);

        Assert.False(connection.Connection.IsClosed);
        Assert.Equal(("hello", "goodbye"), (connection.Upstream, connection.Client));
        Assert.True(connection.Connection.Downstream.EndReleased);
        Assert.True(connection.Connection.Upstream.EndReleased);
        await connection.FinishAsync();
        Assert.Empty(proxy.TakeLines());
        Assert.Contains(callback, Assert.Single(proxy.TakeReports()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FailurePolicy.FailClosed)]
    [InlineData(FailurePolicy.FailOpen)]
    public async Task A_connection_does_not_wait_for_a_plugin_whose_machine_has_failed(FailurePolicy policy)
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(
            Data("downstream", "", "(i32.const 1)") + Data("upstream", "unreachable"),
            options => options with { FailurePolicy = policy });
        var chain = proxy.Host.CreateTcpChain(plugin);
        var waiting = await TestConnection.AcceptAsync(chain);
        await waiting.SendAsync("abc");
        var resumed = waiting.ResumeDownstreamAsync();
        var crashing = await TestConnection.AcceptAsync(chain);
        await crashing.AnswerAsync("crash");
        await resumed;

        Assert.Equal(policy == FailurePolicy.FailClosed, waiting.Connection.IsClosed);
        Assert.Equal(policy == FailurePolicy.FailClosed ? "" : "abc", waiting.Upstream);
        await waiting.FinishAsync();
        await crashing.FinishAsync();
    }

    [Fact]
    public async Task A_plugin_that_was_unloaded_closes_its_connections_at_their_next_event()
    {
        await using var proxy = new TestProxy();
        var plugin = await proxy.LoadAsync(Narrator);
        var connection = await TestConnection.AcceptAsync(proxy.Host.CreateTcpChain(plugin));
        await connection.SendAsync("abc");
        await plugin.DisposeAsync();
        proxy.TakeLines();
        await connection.SendAsync("def");
        Assert.True(connection.Connection.IsClosed);
        await connection.FinishAsync();
        Assert.Empty(proxy.TakeLines());
    }

    private static async Task ExchangeAsync(TestConnection connection)
    {
        await connection.Connection.AcceptAsync();
        await connection.SendAsync("hello", end: true);
        await connection.AnswerAsync("goodbye", end: true);
    }
}
