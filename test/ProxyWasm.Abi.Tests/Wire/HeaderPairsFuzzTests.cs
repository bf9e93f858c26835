using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

public sealed class HeaderPairsFuzzTests
{
    [Fact]
    public void The_reader_agrees_with_a_plain_implementation_on_mutated_maps()
    {
        HashSet<HeaderPairsError> seen = [];

        FuzzSeed.Repeat(200_000, random =>
        {
            byte[] data = Mutate(random, RandomMap(random, out _));
            seen.Add(AssertSameAsPlain(data, wall: (byte)random.Next(256)));
        });

        // TooLarge needs a mebibyte and has a test of its own.
        Assert.Equal(
            [
                HeaderPairsError.None, HeaderPairsError.TooManyPairs, HeaderPairsError.Truncated,
                HeaderPairsError.MissingTerminator, HeaderPairsError.TrailingBytes,
            ],
            seen.Order());
    }

    [Fact]
    public void The_reader_agrees_with_a_plain_implementation_on_random_bytes() =>
        FuzzSeed.Repeat(100_000, random =>
        {
            byte[] data = new byte[random.Next(48)];
            random.NextBytes(data);
            if (data.Length >= 4 && random.Next(4) != 0)
            {
                data.AsSpan(0, 4).Clear();
                data[0] = (byte)random.Next(4);
            }

            AssertSameAsPlain(data, wall: (byte)random.Next(256));
        });

    [Fact]
    public void What_is_written_is_read_back() =>
        FuzzSeed.Repeat(50_000, random =>
        {
            byte[] data = RandomMap(random, out List<(byte[] Name, byte[] Value)> expected);

            Assert.Equal(HeaderPairsError.None, Read(data, out List<(byte[] Name, byte[] Value)> actual));
            AssertEqual(expected, actual);
        });

    private static HeaderPairsError AssertSameAsPlain(byte[] data, byte wall)
    {
        SentinelArea area = new(data, wall);
        (HeaderPairsError expectedError, List<(byte[] Name, byte[] Value)> expected) = PlainHeaderPairs.Read(data);

        HeaderPairsError error = Read(area.Inside, out List<(byte[] Name, byte[] Value)> actual);

        Assert.Equal(expectedError, error);
        AssertEqual(expected, actual);
        return error;
    }

    private static HeaderPairsError Read(ReadOnlySpan<byte> data, out List<(byte[] Name, byte[] Value)> pairs)
    {
        pairs = [];
        bool created = HeaderPairsReader.TryCreate(data, out HeaderPairsReader reader, out HeaderPairsError error);
        Assert.Equal(error == HeaderPairsError.None, created);
        int count = reader.Count;
        while (reader.MoveNext())
        {
            pairs.Add((reader.Name.ToArray(), reader.Value.ToArray()));
        }

        Assert.Equal(count, pairs.Count);
        return error;
    }

    private static void AssertEqual(
        List<(byte[] Name, byte[] Value)> expected, List<(byte[] Name, byte[] Value)> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(expected[i].Name.AsSpan().SequenceEqual(actual[i].Name), $"Name {i} differs.");
            Assert.True(expected[i].Value.AsSpan().SequenceEqual(actual[i].Value), $"Value {i} differs.");
        }
    }

    private static byte[] RandomMap(Random random, out List<(byte[] Name, byte[] Value)> pairs)
    {
        pairs = [.. Enumerable.Range(0, random.Next(5)).Select(_ => (RandomBytes(random), RandomBytes(random)))];
        long size = HeaderPairs.SizeOf(
            pairs.Sum(pair => pair.Name.Length), pairs.Sum(pair => pair.Value.Length), pairs.Count);
        SentinelArea area = new((int)size, wall: 0x5A);
        HeaderPairsWriter writer = new(area.Inside, pairs.Count);
        foreach ((byte[] name, byte[] value) in pairs)
        {
            writer.Add(name, value);
        }

        Assert.Equal(size, writer.Complete());
        area.AssertWallsStand();
        return area.Inside.ToArray();
    }

    private static byte[] RandomBytes(Random random)
    {
        byte[] bytes = new byte[random.Next(12)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] Mutate(Random random, byte[] data)
    {
        for (int times = random.Next(4); times > 0 && data.Length > 0; times--)
        {
            switch (random.Next(5))
            {
                case 0:
                    data[random.Next(data.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    data[random.Next(Math.Min(data.Length, 40))] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
                case 2:
                    data = data[..random.Next(data.Length)];
                    break;
                case 3:
                    data = [.. data, (byte)random.Next(3)];
                    break;
                default:
                    random.NextBytes(data.AsSpan(random.Next(data.Length)));
                    break;
            }
        }

        return data;
    }
}
