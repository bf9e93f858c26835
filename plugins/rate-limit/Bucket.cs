using System.Buffers.Binary;

namespace RateLimit;

/// <summary>
/// A token bucket: it fills at a constant rate up to its size, and each request takes one token out. What is kept of
/// it in shared data is how full it was and when.
/// </summary>
internal readonly struct Bucket
{
    public const int Length = 2 * sizeof(long);

    // Tokens are counted in millionths and time in microseconds: the product of both stays exact in 64 bits.
    private const long One = 1_000_000;

    private readonly long _level;
    private readonly long _time;

    private Bucket(long level, long time) => (_level, _time) = (level, time);

    /// <summary>How many whole tokens are left.</summary>
    public long Left => _level / One;

    /// <summary>A full bucket for a key that was never seen.</summary>
    public static Bucket Full(long size, long now) => new(size * One, now);

    /// <summary>What <see cref="Write"/> wrote; a full bucket if it is something else.</summary>
    public static Bucket Read(ReadOnlySpan<byte> data, long size, long now) =>
        data.Length == Length
            ? new Bucket(
                Math.Clamp(BinaryPrimitives.ReadInt64LittleEndian(data), 0, size * One),
                BinaryPrimitives.ReadInt64LittleEndian(data[sizeof(long)..]))
            : Full(size, now);

    /// <summary>Takes one token, if there is one.</summary>
    /// <param name="perSecond">Tokens that come per second, in millionths.</param>
    /// <param name="size">Tokens that fit in.</param>
    /// <param name="now">The time in microseconds.</param>
    /// <param name="after">The bucket afterwards.</param>
    /// <param name="wait">Seconds, rounded up, after which a token will be there; 0 when one was.</param>
    public bool TryTake(long perSecond, long size, long now, out Bucket after, out long wait)
    {
        // A clock that was set back must not lock anybody out.
        var passed = Math.Max(0, now - _time);
        var level = passed >= TimeToFill(perSecond, size)
            ? size * One
            : Math.Min(size * One, _level + (passed * perSecond / One));
        var isGranted = level >= One;
        wait = isGranted ? 0 : Math.Max(1, ((One - level) + perSecond - 1) / perSecond);
        after = new Bucket(isGranted ? level - One : level, now);
        return isGranted;
    }

    public void Write(Span<byte> data)
    {
        BinaryPrimitives.WriteInt64LittleEndian(data, _level);
        BinaryPrimitives.WriteInt64LittleEndian(data[sizeof(long)..], _time);
    }

    // In microseconds.
    private static long TimeToFill(long perSecond, long size) => (size * One / perSecond * One) + One;
}
