using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

public sealed class PropertyValueTests
{
    private static readonly long[] Numbers = [0, 1, -1, 99, -100, 8080, long.MaxValue, long.MinValue];

    [Fact]
    public void Numbers_are_eight_bytes_little_endian()
    {
        byte[] bytes = new byte[8];

        Assert.True(PropertyValue.TryWriteInt64(bytes, -2, out int written));
        Assert.Equal("feffffffffffffff", Convert.ToHexStringLower(bytes));
        Assert.Equal(8, written);
        Assert.True(PropertyValue.TryWriteUInt64(bytes, 8080, out _));
        Assert.Equal("901f000000000000", Convert.ToHexStringLower(bytes));
        Assert.True(PropertyValue.TryWriteDouble(bytes, 1.5, out _));
        Assert.Equal("000000000000f83f", Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void A_boolean_is_one_byte()
    {
        byte[] bytes = [0xCC, 0xCC];

        Assert.True(PropertyValue.TryWriteBoolean(bytes, true, out int written));

        Assert.Equal(1, written);
        Assert.Equal("01cc", Convert.ToHexStringLower(bytes));
        Assert.True(PropertyValue.TryReadBoolean([1], out bool yes) && yes);
        Assert.True(PropertyValue.TryReadBoolean([0], out bool no) && !no);
        Assert.False(PropertyValue.TryReadBoolean([2], out bool other) || other);
        Assert.False(PropertyValue.TryReadBoolean([], out _));
        Assert.False(PropertyValue.TryReadBoolean([1, 0], out bool longer) || longer);
    }

    [Fact]
    public void Times_are_nanoseconds()
    {
        byte[] bytes = new byte[8];

        Assert.True(PropertyValue.TryWriteTimestamp(bytes, DateTimeOffset.UnixEpoch.AddSeconds(1), out _));
        Assert.Equal("00ca9a3b00000000", Convert.ToHexStringLower(bytes));
        Assert.True(PropertyValue.TryWriteTimestamp(bytes, new(1970, 1, 1, 2, 0, 1, TimeSpan.FromHours(2)), out _));
        Assert.Equal("00ca9a3b00000000", Convert.ToHexStringLower(bytes));
        Assert.True(PropertyValue.TryWriteDuration(bytes, TimeSpan.FromMilliseconds(-1), out _));
        Assert.Equal("c0bdf0ffffffffff", Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void Times_between_ticks_are_cut_downwards_for_instants_and_towards_zero_for_durations()
    {
        byte[] bytes = new byte[8];
        Assert.True(PropertyValue.TryWriteInt64(bytes, -150, out _));

        Assert.True(PropertyValue.TryReadTimestamp(bytes, out DateTimeOffset instant));
        Assert.True(PropertyValue.TryReadDuration(bytes, out TimeSpan duration));

        Assert.Equal(-2, (instant - DateTimeOffset.UnixEpoch).Ticks);
        Assert.Equal(-1, duration.Ticks);
    }

    [Fact]
    public void Times_beyond_the_form_are_refused()
    {
        byte[] bytes = new byte[8];

        Assert.False(PropertyValue.TryWriteTimestamp(bytes, DateTimeOffset.MaxValue, out int written));
        Assert.False(PropertyValue.TryWriteTimestamp(bytes, DateTimeOffset.MinValue, out _));
        Assert.False(PropertyValue.TryWriteDuration(bytes, TimeSpan.MaxValue, out _));
        Assert.False(PropertyValue.TryWriteDuration(bytes, TimeSpan.MinValue, out _));

        Assert.Equal(0, written);
        Assert.True(PropertyValue.TryWriteTimestamp(bytes, new(2262, 4, 11, 0, 0, 0, default), out _));
        Assert.True(PropertyValue.TryWriteTimestamp(bytes, new(1677, 9, 22, 0, 0, 0, default), out _));
    }

    [Fact]
    public void Text_is_utf_8_and_reading_it_never_fails()
    {
        byte[] bytes = new byte[4];

        Assert.True(PropertyValue.TryWriteString(bytes, "ü", out int written));
        Assert.Equal("ü", PropertyValue.ReadString(bytes.AsSpan(0, written)));
        Assert.True(PropertyValue.TryWriteString(bytes, "\uD800", out written));
        Assert.Equal("\uFFFD", PropertyValue.ReadString(bytes.AsSpan(0, written)));
        Assert.Equal("\uFFFDa", PropertyValue.ReadString([0xFF, (byte)'a']));
        Assert.Equal("", PropertyValue.ReadString([]));
        Assert.True(PropertyValue.TryWriteBytes(bytes, [1, 2, 3, 4], out written));
        Assert.Equal(4, written);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        byte[] bytes = new byte[8];
        foreach (long number in Numbers)
        {
            Assert.True(PropertyValue.TryWriteInt64(bytes, number, out _));
            Assert.True(PropertyValue.TryReadInt64(bytes, out long signed));
            Assert.Equal(number, signed);
            Assert.True(PropertyValue.TryWriteUInt64(bytes, (ulong)number, out _));
            Assert.True(PropertyValue.TryReadUInt64(bytes, out ulong unsigned));
            Assert.Equal((ulong)number, unsigned);
            TimeSpan duration = new(number / 100);
            Assert.True(PropertyValue.TryWriteDuration(bytes, duration, out _));
            Assert.True(PropertyValue.TryReadDuration(bytes, out TimeSpan readDuration));
            Assert.Equal(duration, readDuration);
            DateTimeOffset instant = DateTimeOffset.UnixEpoch + duration;
            Assert.True(PropertyValue.TryWriteTimestamp(bytes, instant, out _));
            Assert.True(PropertyValue.TryReadTimestamp(bytes, out DateTimeOffset readInstant));
            Assert.Equal(instant, readInstant);
        }

        Assert.True(PropertyValue.TryWriteDouble(bytes, double.NegativeInfinity, out _));
        Assert.True(PropertyValue.TryReadDouble(bytes, out double infinity));
        Assert.Equal(double.NegativeInfinity, infinity);
    }

    [Fact]
    public void A_short_destination_is_refused_and_the_bytes_beyond_stay()
    {
        SentinelArea area = new(7, wall: 0x5A);

        AssertRefused(PropertyValue.TryWriteInt64(area.Inside, 1, out int written), written);
        AssertRefused(PropertyValue.TryWriteUInt64(area.Inside, 1, out written), written);
        AssertRefused(PropertyValue.TryWriteDouble(area.Inside, 1, out written), written);
        AssertRefused(PropertyValue.TryWriteTimestamp(area.Inside, DateTimeOffset.UnixEpoch, out written), written);
        AssertRefused(PropertyValue.TryWriteDuration(area.Inside, TimeSpan.Zero, out written), written);
        AssertRefused(PropertyValue.TryWriteString(area.Inside, "12345678", out written), written);
        AssertRefused(PropertyValue.TryWriteBytes(area.Inside, "12345678"u8, out written), written);
        AssertRefused(PropertyValue.TryWriteBoolean([], true, out written), written);

        area.AssertWallsStand();
    }

    [Fact]
    public void Any_bytes_are_a_value_of_the_right_size_or_refused() =>
        FuzzSeed.Repeat(200_000, random =>
        {
            byte[] bytes = new byte[random.Next(11)];
            random.NextBytes(bytes);
            ReadOnlySpan<byte> source = new SentinelArea(bytes, wall: 0).Inside;
            bool number = bytes.Length == 8;

            Assert.Equal(number, PropertyValue.TryReadInt64(source, out long signed));
            Assert.Equal(number, PropertyValue.TryReadUInt64(source, out ulong unsigned));
            Assert.Equal(number, PropertyValue.TryReadDouble(source, out double real));
            Assert.Equal(number, PropertyValue.TryReadTimestamp(source, out DateTimeOffset instant));
            Assert.Equal(number, PropertyValue.TryReadDuration(source, out TimeSpan duration));
            Assert.Equal(bytes is [0 or 1], PropertyValue.TryReadBoolean(source, out _));
            Assert.NotNull(PropertyValue.ReadString(source));

            long expected = number ? BitConverter.ToInt64(bytes) : 0;
            Assert.Equal(expected, signed);
            Assert.Equal((ulong)expected, unsigned);
            Assert.Equal(expected, BitConverter.DoubleToInt64Bits(real));
            Assert.Equal(expected / 100, duration.Ticks);
            Assert.InRange(expected - (decimal)(instant - DateTimeOffset.UnixEpoch).Ticks * 100, 0, 99);
        });

    private static void AssertRefused(bool fits, int written)
    {
        Assert.False(fits);
        Assert.Equal(0, written);
    }
}
