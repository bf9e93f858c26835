using System.Buffers;
using System.Text;
using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("request\0headers\0x-foo", "request|headers|x-foo")]
    [InlineData("request\0headers\0x-foo\0", "request|headers|x-foo")]
    [InlineData("plugin_root_id", "plugin_root_id")]
    [InlineData("a.b\0c", "a.b|c")]
    [InlineData("a\0\0b", "a||b")]
    [InlineData("a\0\0", "a|")]
    [InlineData("\0a", "|a")]
    [InlineData("\0", "")]
    public void A_path_is_split_at_nuls_and_one_at_the_end_is_tolerated(string path, string expected) =>
        Assert.Equal(expected.Split('|'), Split(Encoding.UTF8.GetBytes(path)));

    [Fact]
    public void Only_the_empty_path_has_no_segment()
    {
        Assert.True(new PropertyPath([]).IsEmpty);
        Assert.True(default(PropertyPath).IsEmpty);
        Assert.Empty(Split([]));
        Assert.False(new PropertyPath([0]).IsEmpty);
    }

    [Fact]
    public void The_enumerator_knows_whether_a_segment_follows()
    {
        PropertyPath.Enumerator segments = new PropertyPath("a\0b\0"u8).GetEnumerator();

        Assert.True(segments.HasNext);
        Assert.True(segments.MoveNext());
        Assert.True(segments.HasNext);
        Assert.True(segments.MoveNext());
        Assert.False(segments.HasNext);
        Assert.False(segments.MoveNext());
        Assert.True(segments.Current.IsEmpty);
    }

    [Fact]
    public void Segments_are_encoded_without_a_nul_at_the_end()
    {
        byte[] bytes = new byte[32];

        OperationStatus status = PropertyPath.Encode(["request", "headers", "ü"], bytes, out int written);

        Assert.Equal(OperationStatus.Done, status);
        Assert.Equal("request\0headers\0ü"u8.ToArray(), bytes[..written]);
    }

    [Fact]
    public void No_segment_is_the_empty_path()
    {
        Assert.Equal(OperationStatus.Done, PropertyPath.Encode([], [], out int written));
        Assert.Equal(0, written);
    }

    [Fact]
    public void A_segment_that_would_be_read_back_differently_is_refused()
    {
        foreach (string segment in (string[])["a\0b", "\0", "a\uD800"])
        {
            Assert.Equal(
                OperationStatus.InvalidData, PropertyPath.Encode(["x", segment], new byte[32], out int written));
            Assert.Equal(0, written);
        }
    }

    [Fact]
    public void Every_short_destination_is_refused_and_the_bytes_beyond_stay()
    {
        string[] segments = ["ab", "ü", ""];
        for (int length = 0; length < 7; length++)
        {
            SentinelArea area = new(length, wall: 0x5A);
            Assert.Equal(
                OperationStatus.DestinationTooSmall, PropertyPath.Encode(segments, area.Inside, out int written));
            Assert.Equal(0, written);
            area.AssertWallsStand();
        }

        Assert.Equal(OperationStatus.Done, PropertyPath.Encode(segments, new byte[7], out _));
    }

    [Fact]
    public void What_is_encoded_is_read_back_and_fits_the_promised_size() =>
        FuzzSeed.Repeat(50_000, random =>
        {
            string[] segments = [.. Enumerable.Range(0, random.Next(5)).Select(_ => RandomSegment(random))];
            SentinelArea area = new(PropertyPath.GetMaxBytes(segments), wall: 0x5A);

            Assert.Equal(OperationStatus.Done, PropertyPath.Encode(segments, area.Inside, out int written));

            area.AssertWallsStand();
            Assert.Equal(segments, Split(area.Inside[..written]));
        });

    [Fact]
    public void Any_bytes_are_split_like_a_plain_implementation_does() =>
        FuzzSeed.Repeat(200_000, random =>
        {
            byte[] bytes = new byte[random.Next(16)];
            random.NextBytes(bytes);
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = random.Next(3) == 0 ? (byte)0 : (byte)(bytes[i] | 1);
            }

            List<string> expected = [.. Encoding.Latin1.GetString(bytes).Split('\0')];
            if (expected[^1].Length == 0)
            {
                expected.RemoveAt(expected.Count - 1);
            }

            int at = 0;
            foreach (ReadOnlySpan<byte> segment in new PropertyPath(new SentinelArea(bytes, wall: 0).Inside))
            {
                Assert.Equal(expected[at++], Encoding.Latin1.GetString(segment));
            }

            Assert.Equal(expected.Count, at);
        });

    private static string RandomSegment(Random random)
    {
        const string Alphabet = "abc.-_/ äß€漢\x01\x7F";
        return string.Create(
            random.Next(8), random, static (text, source) => source.GetItems(Alphabet.AsSpan(), text));
    }

    private static List<string> Split(ReadOnlySpan<byte> bytes)
    {
        List<string> segments = [];
        foreach (ReadOnlySpan<byte> segment in new PropertyPath(bytes))
        {
            segments.Add(Encoding.UTF8.GetString(segment));
        }

        return segments;
    }
}
