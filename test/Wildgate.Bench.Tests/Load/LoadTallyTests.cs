using System.Net;
using Microsoft.Extensions.Time.Testing;
using Wildgate.Bench.Load;

namespace Wildgate.Bench.Tests.Load;

public sealed class LoadTallyTests
{
    private static readonly LoadTarget Target = new(new IPEndPoint(IPAddress.Loopback, 80), "example.test", "/");

    private static readonly LoadPlan Plan = new()
    {
        Target = Target,
        Request = RequestBytes.Create(Target, "GET", 0, chunked: false),
    };

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void No_request_begins_after_the_duration()
    {
        var tally = new LoadTally(Plan with { Duration = TimeSpan.FromSeconds(2) }, _time);

        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(tally.TryBegin(_time.GetTimestamp()), "the run starts with its first request");
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.True(tally.TryBegin(_time.GetTimestamp()));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(tally.TryBegin(_time.GetTimestamp()));
    }

    [Fact]
    public void The_rate_covers_the_time_to_the_last_answer()
    {
        var tally = new LoadTally(Plan with { Requests = 2 }, _time);
        var begunAt = _time.GetTimestamp();
        Assert.True(tally.TryBegin(begunAt));
        Assert.True(tally.TryBegin(begunAt));
        _time.Advance(TimeSpan.FromSeconds(1));
        tally.Complete(begunAt, _time.GetTimestamp(), bodyBytes: 7);
        _time.Advance(TimeSpan.FromSeconds(3));
        tally.Complete(begunAt, _time.GetTimestamp(), bodyBytes: 8);
        _time.Advance(TimeSpan.FromSeconds(60));

        var result = tally.Conclude();

        Assert.Equal((TimeSpan.FromSeconds(4), 0.5, 15), (result.Elapsed, result.RequestsPerSecond, result.BodyBytes));
        Assert.Equal(TimeSpan.FromSeconds(4), result.Latencies.Largest);
    }

    [Fact]
    public void Reasons_are_counted_and_kept_in_bounded_number()
    {
        var tally = new LoadTally(Plan, _time);
        tally.Fail("first", _time.GetTimestamp());
        for (var i = 0; i < 90; i++)
        {
            tally.Fail($"reason {i}", _time.GetTimestamp());
        }

        var result = tally.Conclude();

        Assert.Equal(91, result.Failed);
        Assert.Equal(("other reasons", 71), (result.Failures[0].Key, result.Failures[0].Value));
        Assert.Equal(21, result.Failures.Count);
    }
}
