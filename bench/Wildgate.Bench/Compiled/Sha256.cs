using System.Buffers.Binary;
using System.Numerics;

namespace Wildgate.Bench.Compiled;

/// <summary>SHA-256 of one KiB by FIPS 180-4, so that both languages run the same steps.</summary>
internal static class Sha256
{
    private static readonly uint[] Constants = CreateConstants();

    public static int Digest(int seed)
    {
        Span<byte> message = stackalloc byte[1024 + 64];
        message.Clear();
        for (var i = 0; i < 1024; i++)
        {
            message[i] = (byte)(i + seed);
        }

        message[1024] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(message[^8..], 1024 * 8);
        Span<uint> state =
        [
            0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
        ];
        for (var start = 0; start < message.Length; start += 64)
        {
            Compress(state, message.Slice(start, 64));
        }

        return (int)state[0];
    }

    private static void Compress(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 16; i++)
        {
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * 4)..]);
        }

        for (var i = 16; i < w.Length; i++)
        {
            var x = w[i - 15];
            var y = w[i - 2];
            w[i] = w[i - 16] + w[i - 7]
                + (BitOperations.RotateRight(x, 7) ^ BitOperations.RotateRight(x, 18) ^ (x >> 3))
                + (BitOperations.RotateRight(y, 17) ^ BitOperations.RotateRight(y, 19) ^ (y >> 10));
        }

        uint a = state[0], b = state[1], c = state[2], d = state[3];
        uint e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < w.Length; i++)
        {
            var s1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11)
                ^ BitOperations.RotateRight(e, 25);
            var t1 = h + s1 + ((e & f) ^ (~e & g)) + Constants[i] + w[i];
            var s0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13)
                ^ BitOperations.RotateRight(a, 22);
            var t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + t1, c, b, a, t1 + t2);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    // The first 32 bits of the fractions of the cube roots of the first 64 primes, in whole numbers.
    private static uint[] CreateConstants()
    {
        var result = new uint[64];
        var count = 0;
        for (var candidate = 2; count < result.Length; candidate++)
        {
            if (IsPrime(candidate))
            {
                result[count++] = CubeRootFraction(candidate);
            }
        }

        return result;
    }

    private static bool IsPrime(int candidate)
    {
        for (var divisor = 2; divisor * divisor <= candidate; divisor++)
        {
            if (candidate % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static uint CubeRootFraction(int value)
    {
        var target = (UInt128)value << 96;
        UInt128 root = 0;
        for (var bit = 36; bit >= 0; bit--)
        {
            var next = root | (UInt128.One << bit);
            if (next * next * next <= target)
            {
                root = next;
            }
        }

        return (uint)root;
    }
}
