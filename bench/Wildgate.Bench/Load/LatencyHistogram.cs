using System.Numerics;

namespace Wildgate.Bench.Load;

/// <summary>Counts durations in buckets whose width is at most 1/64 of their value, from 1 ns to over an hour, so that
/// recording is one increment and a percentile is off by at most 1.6 %. Not thread-safe.</summary>
internal sealed class LatencyHistogram
{
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;
    private const int LargestBits = 42;
    private const long LargestNanoseconds = (1L << LargestBits) - 1;

    private readonly long[] _counts = new long[(LargestBits - StepBits + 1) * Steps];
    private long _largest;

    public long Count { get; private set; }

    /// <summary>The longest duration, exact.</summary>
    public TimeSpan Largest => TimeSpan.FromMicroseconds(_largest / 1000d);

    /// <summary>Adds a duration; negative counts as zero, over 73 minutes as 73 minutes.</summary>
    public void Add(TimeSpan duration)
    {
        var nanoseconds = Math.Clamp((long)duration.TotalNanoseconds, 0, LargestNanoseconds);
        _counts[Bucket(nanoseconds)]++;
        _largest = Math.Max(_largest, nanoseconds);
        Count++;
    }

    /// <summary>The duration that <paramref name="fraction"/> (0 to 1) of all stay within: the upper edge of its
    /// bucket. Zero when nothing was added.</summary>
    public TimeSpan Percentile(double fraction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fraction);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fraction, 1);
        var rank = Math.Max(1, (long)Math.Ceiling(fraction * Count));
        var passed = 0L;
        for (var bucket = 0; bucket < _counts.Length; bucket++)
        {
            passed += _counts[bucket];
            if (passed >= rank)
            {
                return TimeSpan.FromMicroseconds(Math.Min(UpperEdge(bucket), _largest) / 1000d);
            }
        }

        return TimeSpan.Zero;
    }

    private static int Bucket(long nanoseconds)
    {
        if (nanoseconds < Steps)
        {
            return (int)nanoseconds;
        }

        var shift = BitOperations.Log2((ulong)nanoseconds) - StepBits;
        return (shift * Steps) + (int)(nanoseconds >> shift);
    }

    private static long UpperEdge(int bucket)
    {
        if (bucket < Steps)
        {
            return bucket;
        }

        var shift = (bucket / Steps) - 1;
        return ((((long)(bucket % Steps) + Steps) + 1) << shift) - 1;
    }
}
