using Wildgate.Bench.Load;

namespace Wildgate.Bench.Tests.Load;

public sealed class LatencyHistogramTests
{
    private const double Tolerance = 1.0 / 64;

    private readonly LatencyHistogram _histogram = new();

    [Fact]
    public void Percentiles_of_a_known_distribution_are_right_within_the_bucket_width()
    {
        for (var microseconds = 1; microseconds <= 100_000; microseconds++)
        {
            _histogram.Add(TimeSpan.FromMicroseconds(microseconds));
        }

        foreach (var fraction in new[] { 0.01, 0.5, 0.9, 0.99, 0.999 })
        {
            var expected = fraction * 100_000;
            Assert.InRange(
                _histogram.Percentile(fraction).TotalMicroseconds, expected, (expected * (1 + Tolerance)) + 0.1);
        }

        Assert.Equal(TimeSpan.FromMilliseconds(100), _histogram.Percentile(1));
        Assert.Equal(TimeSpan.FromMilliseconds(100), _histogram.Largest);
        Assert.Equal(100_000, _histogram.Count);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(1L)]
    [InlineData(7L)]
    [InlineData(12_345L)]
    [InlineData(36_000_000_000L)]
    public void A_single_duration_is_every_percentile(long ticks)
    {
        var duration = TimeSpan.FromTicks(ticks);
        _histogram.Add(duration);

        Assert.Equal(duration, _histogram.Percentile(0));
        Assert.Equal(duration, _histogram.Percentile(0.5));
        Assert.Equal(duration, _histogram.Percentile(1));
    }

    [Fact]
    public void Durations_out_of_range_are_clamped()
    {
        _histogram.Add(TimeSpan.FromSeconds(-1));
        _histogram.Add(TimeSpan.MaxValue);

        Assert.Equal(TimeSpan.Zero, _histogram.Percentile(0.5));
        Assert.InRange(_histogram.Largest, TimeSpan.FromMinutes(73), TimeSpan.FromMinutes(74));
    }

    [Fact]
    public void Nothing_added_gives_zero() => Assert.Equal(TimeSpan.Zero, _histogram.Percentile(0.99));
}
