namespace Language.Memory;

public static unsafe class StackAllocation
{
    private static int Sum(int n)
    {
        Span<int> s = n <= 64 ? stackalloc int[n] : new int[n];
        for (var i = 0; i < n; i++) s[i] = i;
        var t = 0;
        foreach (var x in s) t += x;
        return t;
    }

    private static string Hex(ulong v)
    {
        char* p = stackalloc char[16];
        for (var i = 15; i >= 0; i--) { p[i] = "0123456789abcdef"[(int)(v & 15)]; v >>= 4; }
        return new string(p, 0, 16);
    }

    private static int Recursive(int n) { Span<byte> b = stackalloc byte[100]; b.Fill((byte)n); return n == 0 ? 0 : Recursive(n - 1) + b[99]; }

    public static void Run()
    {
        Out.Line(Sum(10) + Sum(64) + Sum(1000) + Hex(0xDEADBEEF12345678) + Recursive(50));
        Span<int> init = stackalloc[] { 1, 2, 3 };
        Out.Line(init[2] + init.Length);
        for (var i = 0; i < 3; i++) { var q = stackalloc long[2]; q[0] = i; q[1] = q[0] * 2; Out.Line(q[1]); }
        Span<(int, double)> pairs = stackalloc (int, double)[3];
        pairs[1] = (4, 2.5);
        Out.Line(pairs[1] + "" + pairs[0]);
        Out.Line(string.Create(5, 'x', (s, c) => s.Fill(c)) + string.Create(3, 7, static (s, n) => { for (var i = 0; i < s.Length; i++) s[i] = (char)('0' + n + i - 5); }));
    }
}
