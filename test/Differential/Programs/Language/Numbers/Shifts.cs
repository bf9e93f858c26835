namespace Language.Numbers;

public static class Shifts
{
    public static void Run()
    {
        foreach (var n in new[] { 0, 1, 5, 31, 32, 33, 63, 64, -1 })
        {
            Out.Line($"{n}: {1 << n} {-8 >> n} {-8 >>> n} {1u << n} {0x80000000u >> n} {1L << n} {long.MinValue >> n} {long.MinValue >>> n} {1UL << n} {ulong.MaxValue >> n} {(byte)0x81 << n} {(sbyte)-2 >> n} {(short)-256 >>> n}");
        }

        Int128 big = Int128.One << 100;
        Out.Line(big + " " + (big >> 90) + (-big >> 99) + (-big >>> 120) + (UInt128.MaxValue >> 120));
        var x = 0xF0F0;
        x <<= 4;
        x ^= 0xFF;
        x >>>= 2;
        x |= 1 << 30;
        x &= ~0xF;
        Out.Line(x);
        nint p = 1;
        Out.Line((p << 5) + (nint)(-16 >> 2) + (int)((nuint)0xF0 >> 4));
    }
}
