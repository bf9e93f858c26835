using System.Numerics;
using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

/// <summary>A slow reader of the serialised map, written from the layout alone, with unbounded integers.</summary>
internal static class PlainHeaderPairs
{
    public static (HeaderPairsError Error, List<(byte[] Name, byte[] Value)> Pairs) Read(byte[] data)
    {
        if (data.Length > 1 << 20)
        {
            return (HeaderPairsError.TooLarge, []);
        }

        if (data.Length < 4)
        {
            return (HeaderPairsError.None, []);
        }

        BigInteger count = Number(data, 0);
        if (count > 1024)
        {
            return (HeaderPairsError.TooManyPairs, []);
        }

        if (4 + (8 * count) > data.Length)
        {
            return (HeaderPairsError.Truncated, []);
        }

        return ReadPairs(data, (int)count);
    }

    private static (HeaderPairsError Error, List<(byte[] Name, byte[] Value)> Pairs) ReadPairs(byte[] data, int count)
    {
        List<(byte[] Name, byte[] Value)> pairs = [];
        BigInteger at = 4 + (8 * count);
        for (int i = 0; i < count; i++)
        {
            byte[][] parts = [[], []];
            for (int part = 0; part < 2; part++)
            {
                BigInteger length = Number(data, 4 + (8 * i) + (4 * part));
                if (at + length + 1 > data.Length)
                {
                    return (HeaderPairsError.Truncated, []);
                }

                parts[part] = [.. data.Skip((int)at).Take((int)length)];
                if (data[(int)(at + length)] != 0)
                {
                    return (HeaderPairsError.MissingTerminator, []);
                }

                at += length + 1;
            }

            pairs.Add((parts[0], parts[1]));
        }

        return at == data.Length ? (HeaderPairsError.None, pairs) : (HeaderPairsError.TrailingBytes, []);
    }

    private static BigInteger Number(byte[] data, int offset) =>
        new(data.AsSpan(offset, 4), isUnsigned: true, isBigEndian: false);
}
