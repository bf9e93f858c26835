public static class Arithmetic64
{
    public static void Run()
    {
        long[] values = [0, 1, -1, 1000000007, -77, long.MaxValue, long.MinValue, 0x123456789ABCDEF];
        foreach (var a in values)
        {
            foreach (var b in values)
            {
                var line = $"{a} {b}: {a + b} {a - b} {a * b} {a & b} {a | b} {a ^ b} {a << (int)(b & 63)} {a >> (int)b} {a >>> (int)b} {~a} {-a}";
                if (b != 0 && !(a == long.MinValue && b == -1))
                {
                    line += $" {a / b} {a % b} {(ulong)a / (ulong)b} {(ulong)a % (ulong)b}";
                }

                Out.Line(line + $" {a < b} {(ulong)a > (ulong)b} {a == b} {(int)a} {(uint)a} {(short)a}");
            }
        }
    }
}
