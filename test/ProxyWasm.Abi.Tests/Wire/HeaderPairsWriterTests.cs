using System.Text;
using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

public sealed class HeaderPairsWriterTests
{
    private const string TwoPairs = "0200000001000000010000000100000002000000610031006200323200";

    [Fact]
    public void The_example_of_the_reference_is_written_byte_for_byte()
    {
        byte[] bytes = new byte[HeaderPairs.SizeOf(2, 3, 2)];
        HeaderPairsWriter writer = new(bytes, 2);

        writer.Add("a"u8, "1"u8);
        writer.Add("b"u8, "22"u8);

        Assert.Equal(29, writer.Complete());
        Assert.Equal(TwoPairs, Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void An_empty_map_is_a_zero_count()
    {
        byte[] bytes = [0xAA, 0xAA, 0xAA, 0xAA];

        int size = new HeaderPairsWriter(bytes, 0).Complete();

        Assert.Equal(4, size);
        Assert.Equal(new byte[4], bytes);
    }

    [Fact]
    public void Text_is_written_as_latin_1_with_a_lower_case_name()
    {
        byte[] bytes = new byte[HeaderPairs.SizeOf(4, 4, 1)];
        HeaderPairsWriter writer = new(bytes, 1);

        writer.AddLatin1("X-Á[", "Aé\u010A\uFF1A");
        writer.Complete();

        Assert.Equal("782dc15b" + "00" + "41e93f3f" + "00", Convert.ToHexStringLower(bytes[12..]));
    }

    [Fact]
    public void A_reserved_value_is_zero_even_in_used_memory_and_can_hold_a_map()
    {
        int inner = (int)HeaderPairs.SizeOf(1, 1, 1);
        byte[] bytes = new byte[HeaderPairs.SizeOf(3, inner, 1)];
        bytes.AsSpan().Fill(0xCC);
        HeaderPairsWriter writer = new(bytes, 1);

        Span<byte> value = writer.AddReserved("map"u8, inner);
        Assert.Equal(new byte[inner], value.ToArray());
        HeaderPairsWriter nested = new(value, 1);
        nested.Add("k"u8, "v"u8);
        nested.Complete();
        writer.Complete();

        Assert.True(HeaderPairsReader.TryCreate(bytes, out HeaderPairsReader outer, out _));
        Assert.True(outer.MoveNext());
        Assert.True(HeaderPairsReader.TryCreate(outer.Value, out HeaderPairsReader reader, out _));
        Assert.True(reader.MoveNext());
        Assert.Equal("v", Encoding.ASCII.GetString(reader.Value));
    }

    [Fact]
    public void The_size_of_huge_maps_does_not_overflow() =>
        Assert.Equal(
            4 + (12L * int.MaxValue), HeaderPairs.SizeOf(int.MaxValue, int.MaxValue, int.MaxValue));

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, -1, 0)]
    [InlineData(0, 0, -1)]
    public void Negative_sizes_are_refused(int names, int values, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HeaderPairs.SizeOf(names, values, count));

    [Fact]
    public void A_destination_without_room_for_the_table_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new HeaderPairsWriter(new byte[11], 1));
        Assert.Throws<ArgumentException>(() => new HeaderPairsWriter(new byte[100], int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HeaderPairsWriter(new byte[100], -1));
    }

    [Fact]
    public void A_pair_without_room_is_refused_and_leaves_the_bytes_beyond_alone()
    {
        SentinelArea area = new((int)HeaderPairs.SizeOf(1, 1, 1) - 1, 0x5A);

        Assert.Throws<InvalidOperationException>(() =>
        {
            HeaderPairsWriter writer = new(area.Inside, 1);
            writer.Add("a"u8, "b"u8);
        });
        Assert.Throws<InvalidOperationException>(() =>
        {
            HeaderPairsWriter writer = new(area.Inside, 1);
            writer.AddReserved("a"u8, int.MaxValue);
        });

        area.AssertWallsStand();
    }

    [Fact]
    public void More_and_fewer_pairs_than_announced_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() =>
        {
            HeaderPairsWriter writer = new(new byte[100], 1);
            writer.Add("a"u8, "b"u8);
            writer.Add("a"u8, "b"u8);
        });
        Assert.Throws<InvalidOperationException>(() => new HeaderPairsWriter(new byte[100], 1).Complete());
    }

    [Fact]
    public void Writing_and_reading_allocate_nothing()
    {
        byte[] bytes = new byte[HeaderPairs.SizeOf(7, 7, 2)];
        WriteAndRead(bytes);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            WriteAndRead(bytes);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void WriteAndRead(Span<byte> bytes)
    {
        HeaderPairsWriter writer = new(bytes, 2);
        writer.AddLatin1("Host", "örg");
        writer.Add("etc"u8, "some"u8);
        writer.Complete();
        HeaderPairsReader.TryCreate(bytes, out HeaderPairsReader reader, out _);
        while (reader.MoveNext())
        {
            _ = reader.Name.Length + reader.Value.Length;
        }
    }
}
