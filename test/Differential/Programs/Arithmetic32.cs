public static class Arithmetic32
{
    public static void Run()
    {
        int[] values = [0, 1, -1, 2, -7, 13, int.MaxValue, int.MinValue, 0x12345678];
        foreach (var a in values)
        {
            foreach (var b in values)
            {
                var line = $"{a} {b}: {a + b} {a - b} {a * b} {a & b} {a | b} {a ^ b} {a << (b & 31)} {a >> b} {a >>> b} {~a} {-a}";
                if (b != 0 && !(a == int.MinValue && b == -1))
                {
                    line += $" {a / b} {a % b} {(uint)a / (uint)b} {(uint)a % (uint)b}";
                }

                Out.Line(line + $" {a < b} {a <= b} {(uint)a > (uint)b} {(uint)a >= (uint)b} {a == b}");
            }
        }

        Out.Line(unchecked((sbyte)300 + " " + (byte)-5 + " " + (short)70000 + " " + (ushort)-1 + " " + (char)65));
    }
}
