using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Calls;
using ProxyWasm.Sdk.Tests.Hosts;

namespace ProxyWasm.Sdk.Tests.Awaiting;

/// <summary>Awaits in filters: side by side, within each other, that fail, that end with their stream.</summary>
public sealed class AwaitTests
{
    [Fact]
    public void Two_calls_run_side_by_side_and_answer_in_any_order()
    {
        var answers = "";
        var rig = Rig(async (_, _) =>
        {
            var (first, second) = (Upstream.SendAsync(new HttpRequest("a")), Upstream.SendAsync(new HttpRequest("b")));
            answers = (await first).BodyText + (await second).BodyText;
        });
        var stream = Begin(rig);
        Assert.Equal(2, rig.Host.HttpCalls.Count);

        rig.Reply(rig.Host.HttpCalls[1].Id, body: "two");
        Assert.Empty(rig.Host.Continued);
        rig.Reply(rig.Host.HttpCalls[0].Id, body: "one");

        Assert.Equal("onetwo", answers);
        Assert.Equal([(stream, StreamType.HttpRequest)], rig.Host.Continued);
    }

    [Fact]
    public void Methods_within_methods_are_awaited()
    {
        var rig = Rig(async (filter, _) => filter.Answer(200, await OuterAsync(3)));
        var stream = Begin(rig);

        for (var i = 0; i < 4; i++)
        {
            rig.Tick(10);
        }

        Assert.Equal([(stream, 200, "3210")], rig.Host.Responses);
        Assert.Empty(rig.Host.Continued);

        static async FilterTask<string> OuterAsync(int depth)
        {
            await Clock.Delay(TimeSpan.FromMilliseconds(10));
            return depth == 0 ? "0" : depth + await OuterAsync(depth - 1);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_exception_reaches_the_await(bool isLate)
    {
        var rig = Rig(async (filter, _) =>
        {
            try
            {
                await FailAsync(isLate);
            }
            catch (InvalidOperationException exception)
            {
                filter.Answer(418, exception.Message);
            }
        });
        var stream = Begin(rig);
        rig.Tick(10);

        Assert.Equal([(stream, 418, "on purpose")], rig.Host.Responses);
        Assert.Empty(rig.Host.Logs);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_exception_that_nobody_catches_is_told_and_answered(bool isLate)
    {
        var rig = Rig(async (_, _) => await FailAsync(isLate));
        var stream = Begin(rig);
        rig.Tick(10);

        Assert.Equal([(stream, 500, "")], rig.Host.Responses);
        Assert.StartsWith(
            "Error: unhandled exception in an asynchronous method: System.InvalidOperationException: on purpose\n",
            Assert.Single(rig.Host.Logs));
        Assert.Empty(rig.Host.Continued);
    }

    [Fact]
    public void The_end_of_a_stream_ends_what_it_awaits()
    {
        var ended = new List<string>();
        var rig = Rig(async (filter, _) =>
        {
            var call = Upstream.SendAsync(new HttpRequest("a"));
            var grpc = Upstream.CallGrpcAsync("a", "b", "c", default);
            try
            {
                await Clock.Delay(TimeSpan.FromSeconds(1));
            }
            catch (OperationCanceledException exception)
            {
                ended.Add(exception.Message);
            }

            await Assert.ThrowsAsync<OperationCanceledException>(async () => await call);
            Assert.Throws<OperationCanceledException>(() => grpc.GetResult());
            ended.Add(filter.Ended.IsCancellationRequested ? "token" : "no token");
            await Clock.Delay(TimeSpan.Zero);
        });
        var stream = Begin(rig);

        rig.Instance.OnDelete(stream);
        rig.Reply(rig.Host.HttpCalls[0].Id);
        rig.Instance.OnGrpcClose(Hosts.Rig.Root, rig.Host.GrpcCalls[0].Id, 0);
        rig.Tick(2000);

        Assert.Equal(["The stream has ended.", "token"], ended);
        Assert.Equal([rig.Host.GrpcCalls[0].Id], rig.Host.CancelledGrpcCalls);
        Assert.Empty(rig.Host.Continued);
        Assert.Empty(rig.Host.Responses);
        Assert.Empty(rig.Host.Logs);
        Assert.Equal(0, rig.Host.TickPeriod);
    }

    [Fact]
    public void One_await_that_fails_in_its_end_does_not_keep_the_others()
    {
        var ended = 0;
        var rig = Rig(async (_, _) =>
        {
            Upstream.SendAsync(new HttpRequest("a")).OnCompleted(() => ended++);
            Upstream.SendAsync(new HttpRequest("b")).OnCompleted(() => throw new InvalidOperationException("on purpose"));
            Upstream.SendAsync(new HttpRequest("c")).OnCompleted(() => ended++);
            await Clock.Delay(TimeSpan.FromSeconds(1));
        });
        var stream = Begin(rig);

        rig.Instance.OnDelete(stream);

        Assert.Equal(2, ended);
        Assert.StartsWith(
            "Error: unhandled exception in what awaited an operation: System.InvalidOperationException: on purpose\n",
            Assert.Single(rig.Host.Logs));
    }

    [Fact]
    public void A_token_ends_an_await_and_the_stream_goes_on()
    {
        using var source = new CancellationTokenSource();
        var messages = new List<string>();
        var rig = Rig(async (_, headers) =>
        {
            foreach (var wait in new Func<FilterTask>[]
            {
                async () => await Upstream.SendAsync(new HttpRequest("a"), source.Token),
                async () => await Upstream.CallGrpcAsync("a", "b", "c", default, null, null, source.Token),
                async () => await Clock.Delay(TimeSpan.FromHours(1), source.Token),
                async () => await new Signal().WaitAsync(source.Token),
            })
            {
                try
                {
                    await wait();
                }
                catch (OperationCanceledException exception)
                {
                    Assert.Equal(source.Token, exception.CancellationToken);
                    messages.Add(exception.Message);
                }
            }

            headers.Set("x-done", "yes");
        });
        var stream = Begin(rig);

        source.Cancel();
        rig.Reply(rig.Host.HttpCalls[0].Id);

        Assert.Equal(Enumerable.Repeat("The operation was cancelled.", 4), messages);
        Assert.Equal([(stream, StreamType.HttpRequest)], rig.Host.Continued);
        Assert.Equal(rig.Host.GrpcCalls.Select(call => call.Id), rig.Host.CancelledGrpcCalls);
        Assert.Contains(("x-done", "yes"), rig.Host.Headers[MapType.HttpRequestHeaders]);
        Assert.Equal(0, rig.Host.TickPeriod);
    }

    [Fact]
    public void Delays_end_in_the_order_in_which_they_are_due()
    {
        var ends = new List<int>();
        var rig = Rig(async (_, headers) =>
        {
            var time = int.Parse(headers["x-time"]!, System.Globalization.CultureInfo.InvariantCulture);
            await Clock.Delay(TimeSpan.FromMilliseconds(time));
            ends.Add(time);
        });
        foreach (var time in new[] { 30, 10, 20, 12, 25, 60 })
        {
            rig.Host.Headers[MapType.HttpRequestHeaders] = [("x-time", $"{time}")];
            Begin(rig);
        }

        Assert.Equal(10, rig.Host.TickPeriod);
        rig.Tick(50);

        Assert.Equal([10, 12, 20, 25, 30], ends);
        Assert.Equal(10, rig.Host.TickPeriod);
    }

    [Fact]
    public void A_loop_of_no_delay_lets_the_host_go_on()
    {
        var rounds = 0;
        var rig = Rig(async (_, _) =>
        {
            for (; rounds < 3; rounds++)
            {
                await Clock.Delay(TimeSpan.Zero);
            }
        });
        Begin(rig);
        rig.Tick(1);
        Assert.Equal(1, rounds);

        rig.Tick(1);
        rig.Tick(1);

        Assert.Equal(3, rounds);
    }

    [Fact]
    public void A_second_answer_to_a_call_is_none()
    {
        var answers = new List<string>();
        var rig = Rig(async (_, _) => answers.Add((await Upstream.SendAsync(new HttpRequest("a"))).BodyText));
        Begin(rig);

        rig.Reply(rig.Host.HttpCalls[0].Id, body: "first");
        rig.Reply(rig.Host.HttpCalls[0].Id, body: "second");
        rig.Instance.OnGrpcReceive(Hosts.Rig.Root, rig.Host.HttpCalls[0].Id, 1);

        Assert.Equal(["first"], answers);
        Assert.Single(rig.Host.Continued);
    }

    [Fact]
    public void What_goes_on_acts_upon_its_own_stream()
    {
        var rig = Rig(async (filter, _) =>
        {
            await Upstream.SendAsync(new HttpRequest("a"));
            filter.Answer(200, "mine");
        });
        var (first, second) = (Begin(rig), Begin(rig));

        rig.Reply(rig.Host.HttpCalls[1].Id);
        rig.Reply(rig.Host.HttpCalls[0].Id);

        Assert.Equal([(second, 200, "mine"), (first, 200, "mine")], rig.Host.Responses);
        Assert.Equal(Hosts.Rig.Root, rig.Host.EffectiveContext);
    }

    [Fact]
    public void A_queue_is_awaited_and_served_in_order()
    {
        var jobs = new List<string>();
        Shared.SharedQueue queue = default;
        var rig = Rig(async (_, _) => jobs.Add(System.Text.Encoding.UTF8.GetString((await queue.DequeueAsync())!)));
        Shared.SharedQueue.TryRegister("jobs", out queue);
        queue.Enqueue("at once"u8);
        var (first, second, third) = (Begin(rig), Begin(rig), Begin(rig));
        _ = first;
        Assert.Equal(["at once"], jobs);

        rig.Instance.OnQueueReady(Hosts.Rig.Root, queue.Id);
        rig.Host.Queues[queue.Id].Enqueue("one"u8.ToArray());
        rig.Instance.OnQueueReady(Hosts.Rig.Root, queue.Id);
        rig.Instance.OnDelete(third);
        rig.Host.Queues[queue.Id].Enqueue("nobody's"u8.ToArray());
        rig.Instance.OnQueueReady(Hosts.Rig.Root, queue.Id);

        Assert.Equal(["at once", "one"], jobs);
        Assert.Equal([(second, StreamType.HttpRequest)], rig.Host.Continued);
        Assert.Single(rig.Host.Queues[queue.Id]);
    }

    [Fact]
    public void A_queue_that_is_not_there_is_null_and_no_wait()
    {
        byte[]? job = [];
        var rig = Rig(async (_, _) => job = await new Shared.SharedQueue(99).DequeueAsync());

        Begin(rig);

        Assert.Null(job);
    }

    [Fact]
    public void A_result_that_is_taken_too_early_is_no_result()
    {
        var rig = Rig(async (_, _) =>
        {
            var late = LateAsync();
            Assert.Throws<InvalidOperationException>(() => late.GetAwaiter().GetResult());
            Assert.Throws<InvalidOperationException>(() => Upstream.SendAsync(new HttpRequest("a")).GetResult());
            await late;
        });
        Begin(rig);

        rig.Tick(10);

        Assert.Empty(rig.Host.Logs);
        Assert.Single(rig.Host.Continued);

        static async FilterTask<int> LateAsync()
        {
            await Clock.Delay(TimeSpan.FromMilliseconds(10));
            return 1;
        }
    }

    [Fact]
    public void Trailers_go_out_and_come_back_with_a_call()
    {
        string? trailer = null;
        var rig = Rig(async (_, _) =>
        {
            var answer = await Upstream.SendAsync(new HttpRequest("a") { Trailers = new() { { "x-sum", "1" } } });
            trailer = $"{answer.Trailer("x-sum")} {answer.Trailer("x-none") ?? "-"}";
        });
        Begin(rig);
        Assert.Equal([("x-sum", "1")], FakeHost.Deserialize(rig.Host.HttpCalls[0].Trailers));
        rig.Host.Headers[MapType.HttpCallResponseHeaders] = [(":status", "200")];
        rig.Host.Headers[MapType.HttpCallResponseTrailers] = [("x-sum", "2")];

        rig.Instance.OnHttpCallResponse(Hosts.Rig.Root, rig.Host.HttpCalls[0].Id, 1, 0, 1);

        Assert.Equal("2 -", trailer);
    }

    private static Rig Rig(Func<ScriptedFilter, Http.RequestHeaders, FilterTask> headers) =>
        new(() => new ScriptedFilter { AtRequestHeaders = headers });

    private static int Begin(Rig rig)
    {
        var stream = rig.Open();
        rig.At(stream, host => host.OnRequestHeadersAsync(stream, 0, 1));
        return stream;
    }

    private static async FilterTask FailAsync(bool isLate)
    {
        if (isLate)
        {
            await Clock.Delay(TimeSpan.FromMilliseconds(10));
        }

        throw new InvalidOperationException("on purpose");
    }
}
