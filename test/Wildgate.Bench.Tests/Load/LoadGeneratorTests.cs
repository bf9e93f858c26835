using Wildgate.Bench.Http;
using Wildgate.Bench.Load;

namespace Wildgate.Bench.Tests.Load;

public sealed class LoadGeneratorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", 0, false)]
    [InlineData("POST", 10, false)]
    [InlineData("POST", 10, true)]
    [InlineData("POST", 1_000_000, false)]
    [InlineData("POST", 1_000_000, true)]
    public async Task Every_request_is_answered_and_counted_once(string method, long bodySize, bool chunked)
    {
        await using var upstream = new RunningUpstream();
        var plan = Plan(upstream.Target, RequestBytes.Create(upstream.Target, method, bodySize, chunked)) with
        {
            Requests = 300,
            ExpectedBodySize = 44,
            ExpectedHeaders = [new HeaderExpectation("x-bench-seen", "0")],
        };

        var result = Run(plan);

        Assert.Empty(result.Failures);
        Assert.Equal((300, 300 * 44, 8), (result.Completed, result.BodyBytes, result.Connects));
        Assert.Equal(300, result.Latencies.Count);
        Assert.True(result.Elapsed > TimeSpan.Zero);
    }

    [Fact]
    public async Task An_answer_to_head_leaves_the_connection_usable()
    {
        await using var upstream = new RunningUpstream();
        var plan = Plan(upstream.Target, RequestBytes.Create(upstream.Target, "HEAD", 0, chunked: false));

        var result = Run(plan with { Requests = 20, Connections = 1, ExpectedBodySize = 0 });

        Assert.Empty(result.Failures);
        Assert.Equal((20, 1), (result.Completed, result.Connects));
    }

    [Fact]
    public async Task A_run_with_a_duration_ends()
    {
        await using var upstream = new RunningUpstream();

        var result = Run(Plan(upstream.Target) with { Duration = TimeSpan.FromMilliseconds(200) });

        Assert.Empty(result.Failures);
        Assert.True(result.Completed > 8);
        Assert.True(result.Elapsed >= TimeSpan.FromMilliseconds(190), $"only {result.Elapsed}");
    }

    [Fact]
    public async Task More_connections_than_requests_are_not_opened()
    {
        await using var upstream = new RunningUpstream();

        var result = Run(Plan(upstream.Target) with { Requests = 3, Connections = 50 });

        Assert.Equal((3, 3), (result.Completed, result.Connects));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok", null)]
    [InlineData("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nuntil the end", null)]
    [InlineData("HTTP/1.1 503 Unavailable\r\ncontent-length: 0\r\n\r\n", "status 503")]
    [InlineData("HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n", "status 302")]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok!", "1 bytes after the end of the answer")]
    [InlineData("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok", "closed in the middle of the message, after 2 body")]
    [InlineData("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nz\r\n", "chunk size 'z'")]
    [InlineData("not http\r\n", "'not http' is no status line")]
    [InlineData("", "closed before the first byte")]
    public async Task Each_answer_that_is_not_complete_and_2xx_is_a_failure(string answer, string? reason)
    {
        await using var server = new ScriptedServer(answer);

        var result = Run(Plan(server.Target) with { Requests = 1 });

        Assert.Equal(reason is null ? 1 : 0, result.Completed);
        if (reason is null)
        {
            Assert.Empty(result.Failures);
        }
        else
        {
            Assert.Contains(reason, Assert.Single(result.Failures).Key, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_missing_header_or_another_body_size_is_a_failure()
    {
        await using var upstream = new RunningUpstream();
        var plan = Plan(upstream.Target) with { Requests = 1 };

        var withoutHeader = Run(plan with { ExpectedHeaders = [new HeaderExpectation("x-none", "1")] });
        var otherSize = Run(plan with { ExpectedBodySize = 45 });

        Assert.Equal("answer without header 'x-none: 1'", Assert.Single(withoutHeader.Failures).Key);
        Assert.Equal("answer with a body of 44 bytes instead of 45", Assert.Single(otherSize.Failures).Key);
    }

    [Fact]
    public async Task An_answer_before_the_end_of_the_request_is_a_failure()
    {
        await using var server = new ScriptedServer("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", hangs: true);
        var request = RequestBytes.Create(server.Target, "POST", 1L << 30, chunked: false);

        var result = Run(Plan(server.Target, request) with { Requests = 1 });

        Assert.Matches("answer complete after [0-9]+ of [0-9]+ request bytes", Assert.Single(result.Failures).Key);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_the_timeout()
    {
        await using var server = new ScriptedServer("HTTP/1.1 200 OK\r\n", hangs: true);

        var result = Run(Plan(server.Target) with { Requests = 2, Timeout = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(("no complete answer within 0.05 s", 2), (result.Failures[0].Key, result.Failed));
    }

    [Fact]
    public async Task A_refused_connection_is_a_failure_and_many_end_the_run()
    {
        LoadTarget target;
        await using (var upstream = new RunningUpstream())
        {
            target = upstream.Target;
        }

        var result = Run(Plan(target));

        Assert.True(result.IsCutShort);
        Assert.InRange(result.Failed, LoadPlan.FailureLimit, LoadPlan.FailureLimit + 8);
        Assert.EndsWith("ConnectionRefused", Assert.Single(result.Failures).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_throws()
    {
        await using var upstream = new RunningUpstream();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Throws<OperationCanceledException>(
            () => new LoadGenerator(Plan(upstream.Target), TimeProvider.System).Run(cancelled.Token));
    }

    private static LoadPlan Plan(LoadTarget target, RequestBytes? request = null) => new()
    {
        Target = target,
        Request = request ?? RequestBytes.Create(target, "GET", 0, chunked: false),
        Connections = 8,
    };

    private static LoadResult Run(LoadPlan plan) => new LoadGenerator(plan, TimeProvider.System).Run(Cancellation);
}
