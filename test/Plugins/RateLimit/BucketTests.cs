using CsCheck;
using RateLimit;

namespace Plugins.Tests.RateLimit;

/// <summary>A bucket gives out its size at once and its rate in the long run, never more.</summary>
public sealed class BucketTests
{
    private const long Second = 1_000_000;

    [Fact]
    public void A_full_bucket_gives_its_size_and_then_one_by_one()
    {
        var bucket = Bucket.Full(3, 0);
        for (var count = 0; count < 3; count++)
        {
            Assert.True(bucket.TryTake(2 * Second, 3, 0, out bucket, out _));
        }

        Assert.False(bucket.TryTake(2 * Second, 3, 0, out bucket, out var wait));
        Assert.Equal(1, wait);
        Assert.False(bucket.TryTake(2 * Second, 3, Second / 2 - 1, out bucket, out _));
        Assert.True(bucket.TryTake(2 * Second, 3, Second, out bucket, out _));
        Assert.Equal(1, bucket.Left);
    }

    [Fact]
    public void A_slow_bucket_tells_how_long_to_wait()
    {
        Assert.True(Bucket.Full(1, 0).TryTake(Second / 60, 1, 0, out var bucket, out _));
        Assert.False(bucket.TryTake(Second / 60, 1, 0, out _, out var wait));
        Assert.InRange(wait, 60, 61);
    }

    [Fact]
    public void A_clock_that_was_set_back_locks_nobody_out()
    {
        Assert.True(Bucket.Full(1, 1000 * Second).TryTake(Second, 1, 1000 * Second, out var bucket, out _));
        Assert.False(bucket.TryTake(Second, 1, 0, out bucket, out _));
        Assert.True(bucket.TryTake(Second, 1, Second, out _, out _));
    }

    [Fact]
    public void What_is_written_is_read_again_and_something_else_is_a_full_bucket()
    {
        Bucket.Full(5, 0).TryTake(Second, 5, 0, out var bucket, out _);
        var data = new byte[Bucket.Length];
        bucket.Write(data);

        Assert.Equal(4, Bucket.Read(data, 5, 0).Left);
        Assert.Equal(2, Bucket.Read(data, 2, 0).Left);
        Assert.Equal(5, Bucket.Read([1, 2, 3], 5, 0).Left);
    }

    [Fact]
    public void In_no_time_are_more_granted_than_size_and_rate_allow() =>
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000 * Second], Gen.Long[0, 400_000].Array[1, 300]).Sample(
            (size, rate, pauses) =>
            {
                var bucket = Bucket.Full(size, 0);
                long now = 0;
                var granted = 0;
                foreach (var pause in pauses)
                {
                    now += pause;
                    granted += bucket.TryTake(rate, size, now, out bucket, out _) ? 1 : 0;
                }

                return granted <= size + ((decimal)rate / Second * now / Second);
            });
}
