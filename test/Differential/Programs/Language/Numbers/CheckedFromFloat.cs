namespace Language.Numbers;

public static class CheckedFromFloat
{
    private static string Try<T>(Func<T> f) { try { return f().ToString(); } catch (OverflowException) { return "overflow"; } }

    public static void Run()
    {
        foreach (var d in new[] { 0, -0.9, 0.9, 127.9, 128, -128.9, -129, 255.99, 256, 32767.5, -1, 2147483647.5, 2147483648, -2147483648.9, -2147483649, 4294967295.9, 4294967296, 9.2233720368547748e18, 9.2233720368547758e18, -9.2233720368547758e18, 1.8446744073709550e19, 1.8446744073709552e19, 1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var f = (float)d;
            Out.Line(d + ": " + Try(() => checked((sbyte)d)) + " " + Try(() => checked((byte)d)) + " " + Try(() => checked((short)d)) + " " + Try(() => checked((ushort)d)) + " " + Try(() => checked((char)d) + 0) + " " + Try(() => checked((int)d)) + " " + Try(() => checked((uint)d)) + " " + Try(() => checked((long)d)) + " " + Try(() => checked((ulong)d)));
            Out.Line(f + ": " + Try(() => checked((sbyte)f)) + " " + Try(() => checked((int)f)) + " " + Try(() => checked((uint)f)) + " " + Try(() => checked((long)f)) + " " + Try(() => checked((ulong)f)) + " " + Try(() => checked((nint)(d / 1e12))) + " " + Try(() => (decimal)d) + " " + Try(() => (decimal)f));
            Out.Line(unchecked((int)d) + " " + unchecked((uint)d) + " " + unchecked((long)d) + " " + unchecked((ulong)d) + " " + unchecked((int)f) + " " + unchecked((ulong)f));
        }

        ulong[] us = [0, 1, ulong.MaxValue, 1UL << 63, 0x8000_0000_0000_0401, 0x7fff_ffff_ffff_ffff, 16777217, 0x1000001_00000001];
        foreach (var u in us) Out.Line((float)u + " " + (double)u + " " + (float)(long)u + " " + (double)(long)u + " " + (decimal)u + " " + (float)(uint)u);
    }
}
