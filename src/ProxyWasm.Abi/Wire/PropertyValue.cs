using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace ProxyWasm.Abi.Wire;

/// <summary>The values of properties as they cross the boundary. The bytes do not tell their type.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>Bytes and text: as they are, without a terminator.</item>
/// <item>Integers, floating-point numbers, timestamps and durations: 8 bytes, little endian.</item>
/// <item>Booleans: 1 byte, 0 or 1.</item>
/// <item>Maps: <see cref="HeaderPairs"/> with serialised values (<see cref="HeaderPairsWriter.AddReserved"/>).</item>
/// <item>Lists: <see cref="PropertyListWriter"/> and <see cref="PropertyListReader"/>.</item>
/// </list>
/// Nothing here throws for bytes of the other side: readers say false for a size or value that does not fit the type.
/// Writers write at the start of the destination and say false, having set <c>written</c> to 0, if it is too small.
/// </remarks>
public static class PropertyValue
{
    /// <summary>Size of integers, floating-point numbers, timestamps and durations, in bytes.</summary>
    public const int NumberBytes = 8;

    /// <summary>Size of a boolean, in bytes.</summary>
    public const int BooleanBytes = 1;

    /// <summary>Writes bytes.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The bytes.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryWriteBytes(Span<byte> destination, ReadOnlySpan<byte> value, out int written)
    {
        bool fits = value.TryCopyTo(destination);
        written = fits ? value.Length : 0;
        return fits;
    }

    /// <summary>Writes text as UTF-8; lone surrogates become U+FFFD.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The text.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryWriteString(Span<byte> destination, ReadOnlySpan<char> value, out int written)
    {
        bool fits = Utf8.FromUtf16(value, destination, out _, out written) == OperationStatus.Done;
        written = fits ? written : 0;
        return fits;
    }

    /// <summary>Writes a signed integer.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The number.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryWriteInt64(Span<byte> destination, long value, out int written) =>
        Written(BinaryPrimitives.TryWriteInt64LittleEndian(destination, value), NumberBytes, out written);

    /// <summary>Writes an unsigned integer.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The number.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryWriteUInt64(Span<byte> destination, ulong value, out int written) =>
        Written(BinaryPrimitives.TryWriteUInt64LittleEndian(destination, value), NumberBytes, out written);

    /// <summary>Writes a floating-point number, bit for bit.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The number.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryWriteDouble(Span<byte> destination, double value, out int written) =>
        Written(BinaryPrimitives.TryWriteDoubleLittleEndian(destination, value), NumberBytes, out written);

    /// <summary>Writes a boolean.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The boolean.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryWriteBoolean(Span<byte> destination, bool value, out int written)
    {
        if (destination.Length >= BooleanBytes)
        {
            destination[0] = value ? (byte)1 : (byte)0;
        }

        return Written(destination.Length >= BooleanBytes, BooleanBytes, out written);
    }

    /// <summary>Writes an instant, as nanoseconds since 1970 began in UTC.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The instant; the form reaches from September 1677 to April 2262.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits and is within what the form reaches.</returns>
    public static bool TryWriteTimestamp(Span<byte> destination, DateTimeOffset value, out int written) =>
        TryWriteTicks(destination, value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, out written);

    /// <summary>Writes a span of time, as nanoseconds.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="value">The duration; the form reaches to about 292 years in both directions.</param>
    /// <param name="written">Number of bytes written.</param>
    /// <returns>Whether the value fits and is within what the form reaches.</returns>
    public static bool TryWriteDuration(Span<byte> destination, TimeSpan value, out int written) =>
        TryWriteTicks(destination, value.Ticks, out written);

    /// <summary>Reads text. Every sequence of bytes is text: what is not UTF-8 becomes U+FFFD.</summary>
    /// <param name="source">The serialised value.</param>
    /// <returns>The text.</returns>
    public static string ReadString(ReadOnlySpan<byte> source) => Encoding.UTF8.GetString(source);

    /// <summary>Reads a signed integer.</summary>
    /// <param name="source">The serialised value.</param>
    /// <param name="value">The number; 0 on failure.</param>
    /// <returns>Whether the value has 8 bytes.</returns>
    public static bool TryReadInt64(ReadOnlySpan<byte> source, out long value)
    {
        value = 0;
        return source.Length == NumberBytes && BinaryPrimitives.TryReadInt64LittleEndian(source, out value);
    }

    /// <summary>Reads an unsigned integer.</summary>
    /// <param name="source">The serialised value.</param>
    /// <param name="value">The number; 0 on failure.</param>
    /// <returns>Whether the value has 8 bytes.</returns>
    public static bool TryReadUInt64(ReadOnlySpan<byte> source, out ulong value)
    {
        value = 0;
        return source.Length == NumberBytes && BinaryPrimitives.TryReadUInt64LittleEndian(source, out value);
    }

    /// <summary>Reads a floating-point number, bit for bit.</summary>
    /// <param name="source">The serialised value.</param>
    /// <param name="value">The number; 0 on failure.</param>
    /// <returns>Whether the value has 8 bytes.</returns>
    public static bool TryReadDouble(ReadOnlySpan<byte> source, out double value)
    {
        value = 0;
        return source.Length == NumberBytes && BinaryPrimitives.TryReadDoubleLittleEndian(source, out value);
    }

    /// <summary>Reads a boolean.</summary>
    /// <param name="source">The serialised value.</param>
    /// <param name="value">The boolean; false on failure.</param>
    /// <returns>Whether the value is one byte, 0 or 1.</returns>
    public static bool TryReadBoolean(ReadOnlySpan<byte> source, out bool value)
    {
        value = source is [1];
        return source is [0 or 1];
    }

    /// <summary>Reads an instant, down to whole ticks of 100 nanoseconds.</summary>
    /// <param name="source">The serialised value.</param>
    /// <param name="value">The instant in UTC; the start of 1970 on failure.</param>
    /// <returns>Whether the value has 8 bytes.</returns>
    public static bool TryReadTimestamp(ReadOnlySpan<byte> source, out DateTimeOffset value)
    {
        bool read = TryReadInt64(source, out long nanoseconds);
        (long ticks, long rest) = Math.DivRem(nanoseconds, TimeSpan.NanosecondsPerTick);
        value = DateTimeOffset.UnixEpoch.AddTicks(rest < 0 ? ticks - 1 : ticks);
        return read;
    }

    /// <summary>Reads a span of time, towards zero to whole ticks of 100 nanoseconds.</summary>
    /// <param name="source">The serialised value.</param>
    /// <param name="value">The duration; zero on failure.</param>
    /// <returns>Whether the value has 8 bytes.</returns>
    public static bool TryReadDuration(ReadOnlySpan<byte> source, out TimeSpan value)
    {
        bool read = TryReadInt64(source, out long nanoseconds);
        value = new TimeSpan(nanoseconds / TimeSpan.NanosecondsPerTick);
        return read;
    }

    private static bool TryWriteTicks(Span<byte> destination, long ticks, out int written)
    {
        const long Min = long.MinValue / TimeSpan.NanosecondsPerTick;
        const long Max = long.MaxValue / TimeSpan.NanosecondsPerTick;
        written = 0;
        return ticks is >= Min and <= Max
            && TryWriteInt64(destination, ticks * TimeSpan.NanosecondsPerTick, out written);
    }

    private static bool Written(bool fits, int size, out int written)
    {
        written = fits ? size : 0;
        return fits;
    }
}
