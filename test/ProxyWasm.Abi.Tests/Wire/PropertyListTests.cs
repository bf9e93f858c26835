using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

public sealed class PropertyListTests
{
    [Fact]
    public void A_list_is_a_map_with_its_elements_as_names()
    {
        byte[] bytes = new byte[HeaderPairs.SizeOf(3, 0, 2)];
        PropertyListWriter writer = new(bytes, 2);

        writer.Add("a"u8);
        writer.Add("bc"u8);

        Assert.Equal(bytes.Length, writer.Complete());
        Assert.Equal(
            "0200000001000000000000000200000000000000" + "610000" + "62630000", Convert.ToHexStringLower(bytes));
    }

    [Fact]
    public void A_list_of_lists_is_written_in_place_and_read_back()
    {
        int inner = (int)HeaderPairs.SizeOf(PropertyValue.NumberBytes, 0, 1);
        byte[] bytes = new byte[HeaderPairs.SizeOf(2 * inner, 0, 2)];
        bytes.AsSpan().Fill(0xCC);
        PropertyListWriter writer = new(bytes, 2);
        for (long number = 7; number <= 8; number++)
        {
            PropertyListWriter nested = new(writer.AddReserved(inner), 1);
            Assert.True(PropertyValue.TryWriteInt64(nested.AddReserved(PropertyValue.NumberBytes), number, out _));
            nested.Complete();
        }

        Assert.Equal(bytes.Length, writer.Complete());
        Assert.Equal([7, 8], ReadNested(bytes));
    }

    [Fact]
    public void A_map_with_a_value_and_broken_bytes_are_no_list()
    {
        byte[] map = new byte[HeaderPairs.SizeOf(1, 1, 1)];
        HeaderPairsWriter writer = new(map, 1);
        writer.Add("a"u8, "b"u8);

        Assert.False(PropertyListReader.TryCreate(map, out PropertyListReader reader));
        Assert.Equal(0, reader.Count);
        Assert.False(PropertyListReader.TryCreate([1, 0, 0, 0], out _));
        Assert.True(PropertyListReader.TryCreate([], out reader));
        Assert.False(reader.MoveNext());
    }

    [Fact]
    public void Elements_that_do_not_fit_or_were_not_announced_are_refused()
    {
        SentinelArea area = new((int)HeaderPairs.SizeOf(1, 0, 1), wall: 0x5A);

        Assert.Throws<InvalidOperationException>(() => new PropertyListWriter(area.Inside, 1).Add("ab"u8));
        Assert.Throws<InvalidOperationException>(() => new PropertyListWriter(area.Inside, 1).AddReserved(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PropertyListWriter(area.Inside, 1).AddReserved(-1));
        Assert.Throws<InvalidOperationException>(() => new PropertyListWriter(area.Inside, 0).Add([]));
        Assert.Throws<InvalidOperationException>(() => new PropertyListWriter(area.Inside, 1).Complete());

        area.AssertWallsStand();
    }

    [Fact]
    public void Any_bytes_are_a_list_exactly_when_they_are_a_map_without_values() =>
        FuzzSeed.Repeat(100_000, random =>
        {
            byte[] bytes = new byte[random.Next(40)];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)(random.Next(4) == 0 ? random.Next(4) : 0);
            }

            (HeaderPairsError error, List<(byte[] Name, byte[] Value)> pairs) = PlainHeaderPairs.Read(bytes);
            bool expected = error == HeaderPairsError.None && pairs.All(pair => pair.Value.Length == 0);

            Assert.Equal(expected, PropertyListReader.TryCreate(bytes, out PropertyListReader reader));
            int at = 0;
            foreach (ReadOnlySpan<byte> element in reader)
            {
                Assert.Equal(pairs[at++].Name, element.ToArray());
            }

            Assert.Equal(expected ? pairs.Count : 0, at);
        });

    private static List<long> ReadNested(byte[] bytes)
    {
        List<long> numbers = [];
        Assert.True(PropertyListReader.TryCreate(bytes, out PropertyListReader outer));
        foreach (ReadOnlySpan<byte> list in outer)
        {
            Assert.True(PropertyListReader.TryCreate(list, out PropertyListReader inner));
            foreach (ReadOnlySpan<byte> element in inner)
            {
                Assert.True(PropertyValue.TryReadInt64(element, out long number));
                numbers.Add(number);
            }
        }

        return numbers;
    }
}
