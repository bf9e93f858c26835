using ProxyWasm.Abi;
using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Testing.Tests.Hosts;

public sealed class TcpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_pass_in_both_directions_and_the_end_is_told()
    {
        var plugin = Modules.Plugin(
            Wat.Callback(
                "downstream_data",
                "(drop (call $set_buffer (i32.const 2) (i32.const 0) (i32.const 0) @\"> \"))")
            + Wat.Callback("upstream_data", """(call $say_body @"answer" (i32.const 3))""")
            + """
              (func (export "proxy_on_downstream_connection_close") (param i32 i32)
                (call $say_number @"closed by" (local.get 1)))
            """);
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var connection = host.OpenConnection();

        var data = connection.DownstreamData("ping");
        var answer = connection.UpstreamData("pong");
        connection.Close(PeerType.Remote);

        Assert.True(connection.IsAccepted);
        Assert.Equal("> ping", data.Text);
        Assert.Equal("pong", answer.Text);
        Assert.Equal(["answer 0 pong", "closed by 2"], host.Logs.Select(log => log.Message));
        Assert.Throws<InvalidOperationException>(() => connection.DownstreamData("late"));
    }

    [Fact]
    public async Task A_plugin_collects_bytes_and_closes_the_connection()
    {
        var plugin = Modules.Plugin(Wat.Callback(
            "downstream_data",
            """(if (i32.gt_u (local.get $count) (i32.const 6)) (then (drop (call $close (i32.const 2)))))""",
            "(i32.const 1)"));
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var connection = host.OpenConnection();

        var first = connection.DownstreamData("four");
        var second = connection.DownstreamData("more");

        Assert.Equal(StepAction.Pause, first.Action);
        Assert.Equal("", first.Text);
        Assert.Equal(StepAction.Reset, second.Action);
        Assert.Equal("wasm_downstream_close", connection.CloseDetails);
    }
}
