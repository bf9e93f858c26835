using System.Text;
using ProxyWasm.Abi;
using ProxyWasm.Host.Callouts;
using ProxyWasm.Host.Tests.Scenarios;

namespace ProxyWasm.Testing.Tests.Hosts;

public sealed class CalloutTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_answers_at_once()
    {
        await using var host = await TestHost.StartAsync(Modules.Calling(), cancellationToken: Cancellation);
        host.Upstreams.Add("auth").On("/uuid").Reply(200, "1234");

        var stream = host.OpenStream();
        var request = stream.RequestHeaders();

        Assert.Equal(StepAction.Pause, request.Action);
        Assert.Equal("1234", request.Headers["x-uuid"]);
        Assert.True(stream.Request.HasEnded);
        var call = Assert.Single(host.Upstreams.Calls);
        Assert.Equal(("auth", "POST", "/uuid", "ping"), (call.Cluster, call.Method, call.Path, call.Text));
        Assert.Equal(TimeSpan.FromSeconds(1), call.Timeout);
        Assert.False(call.IsPending);
    }

    [Fact]
    public async Task A_delayed_answer_waits_for_the_clock()
    {
        await using var host = await TestHost.StartAsync(Modules.Calling(), cancellationToken: Cancellation);
        host.Upstreams.Add("auth").On().After(TimeSpan.FromMilliseconds(300)).Reply(200, "late");
        var stream = host.OpenStream();

        stream.RequestHeaders();
        host.Advance(TimeSpan.FromMilliseconds(299));
        var isPausedBefore = stream.Request.IsPaused;
        host.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(isPausedBefore);
        Assert.False(stream.Request.IsPaused);
        Assert.Equal("late", stream.Request.Headers["x-uuid"]);
    }

    [Fact]
    public async Task A_call_without_an_answer_runs_into_its_time_limit()
    {
        await using var host = await TestHost.StartAsync(Modules.Calling(250), cancellationToken: Cancellation);
        host.Upstreams.Add("auth");
        host.OpenStream().RequestHeaders();

        host.Advance(TimeSpan.FromMilliseconds(250));

        Assert.Equal("status 0 504", host.Logs[^1].Message);
        Assert.False(host.Upstreams.Calls[0].IsPending);
    }

    [Fact]
    public async Task A_test_answers_by_hand_and_may_let_calls_fail()
    {
        await using var host = await TestHost.StartAsync(Modules.Calling(), cancellationToken: Cancellation);
        var auth = host.Upstreams.Add("auth");
        var (first, second) = (host.OpenStream(), host.OpenStream());

        first.RequestHeaders();
        auth.Calls[0].Reply(new TestAnswer(201, "by hand"));
        second.RequestHeaders();
        auth.Calls[1].Fail(CalloutFailure.ConnectionFailure);

        Assert.Equal("by hand", first.Request.Headers["x-uuid"]);
        Assert.Equal(["called 0", "status 0 201", "called 0", "status 0 503"], host.Logs.Select(log => log.Message));
    }

    [Fact]
    public async Task A_cluster_that_was_not_added_or_is_down_fails_in_the_plugin()
    {
        await using var host = await TestHost.StartAsync(Modules.Calling(), cancellationToken: Cancellation);

        var unknown = host.OpenStream().RequestHeaders();
        host.Upstreams.Add("auth").IsAvailable = false;
        var down = host.OpenStream().RequestHeaders();

        Assert.Equal($"called {(int)Status.BadArgument}", unknown.Logs[^1].Message);
        Assert.Equal($"called {(int)Status.InternalFailure}", down.Logs[^1].Message);
    }

    [Fact]
    public async Task The_rule_added_last_counts_and_may_depend_on_the_call()
    {
        await using var host = await TestHost.StartAsync(Modules.Calling(), cancellationToken: Cancellation);
        var auth = host.Upstreams.Add("auth");
        auth.On().Fail();
        auth.On(call => call.Text == "ping").Reply(call => new TestAnswer(200, $"{call.Text} pong"));

        var request = host.OpenStream().RequestHeaders();

        Assert.Equal("ping pong", request.Headers["x-uuid"]);
    }

    [Fact]
    public async Task A_unary_grpc_call_gets_a_message_or_a_status()
    {
        var plugin = Modules.Plugin(
            Wat.Callback(
                "request_headers",
                """
                (call $say_number @"called" (call $grpc_call @"rpc" @"pkg.Svc" @"Do" (i32.const 0) (i32.const 0)
                  @"question" (i32.const 500) (i32.const 0x20)))
                """)
            + """
              (func (export "proxy_on_grpc_receive") (param i32 i32 i32) (call $say_body @"got" (i32.const 5)))
              (func (export "proxy_on_grpc_close") (param i32 i32 i32) (call $say_number @"closed" (local.get 2)))
            """);
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var rpc = host.Upstreams.Add("rpc");
        rpc.On("/pkg.Svc/Do").ReplyGrpc("answer"u8.ToArray());

        host.OpenStream().RequestHeaders();
        rpc.On().ReplyGrpc(GrpcStatus.NotFound, "no such thing");
        host.OpenStream().RequestHeaders();

        Assert.Equal(["called 0", "got 0 answer", "called 0", "closed 5"], host.Logs.Select(log => log.Message));
        Assert.Equal("question", Encoding.UTF8.GetString(rpc.Calls[0].Messages[0].Span));
    }

    [Fact]
    public async Task A_grpc_stream_is_driven_message_by_message()
    {
        var plugin = Modules.Plugin(
            Wat.Callback(
                "request_headers",
                """
                (drop (call $grpc_stream @"rpc" @"pkg.Svc" @"Chat" (i32.const 0) (i32.const 0) (i32.const 0x20)))
                (drop (call $grpc_send (i32.load (i32.const 0x20)) @"hi" (i32.const 0)))
                """)
            + """
              (func (export "proxy_on_grpc_receive_initial_metadata") (param i32 i32 i32)
                (call $say_result @"meta" (call $get (i32.const 4) @"x-m" (i32.const 0x10) (i32.const 0x14))))
              (func (export "proxy_on_grpc_receive") (param i32 i32 i32)
                (call $say_body @"got" (i32.const 5))
                (drop (call $grpc_send (i32.load (i32.const 0x20)) @"bye" (i32.const 1))))
              (func (export "proxy_on_grpc_close") (param i32 i32 i32) (call $say_number @"closed" (local.get 2)))
            """);
        await using var host = await TestHost.StartAsync(plugin, cancellationToken: Cancellation);
        var rpc = host.Upstreams.Add("rpc");
        host.OpenStream().RequestHeaders();
        var call = rpc.Calls[0];

        Assert.Equal(["hi"], call.Messages.Select(message => Encoding.UTF8.GetString(message.Span)));
        call.SendHeaders(("x-m", "1"));
        call.SendMessage("one"u8.ToArray());
        Assert.True(call.HasEndedSending);
        call.Close(GrpcStatus.Aborted, "enough");

        Assert.Equal(["hi", "bye"], call.Messages.Select(message => Encoding.UTF8.GetString(message.Span)));
        Assert.Equal(["meta 0 1", "got 0 one", "closed 10"], host.Logs.Select(log => log.Message));
    }
}
