namespace Language.Numbers;

public static class NativeIntegers
{
    public static void Run()
    {
        nint a = 5;
        nuint b = 7;
        Out.Line((a * 3 - 20) + " " + (b << 3) + (b % 4) + (a < 6) + (int)(a + (nint)b));
        Out.Line((a is nint) + " " + ((object)a is IntPtr) + typeof(nint).Name + nint.Parse("-12") + nuint.Parse("12") + a.CompareTo(6) + a.Equals((nint)5));
        Out.Line(nint.Zero + " " + nint.Max(3, a) + nuint.PopCount(b) + nint.Abs(-a) + nint.Clamp(9, 1, 3));
        Out.Line(string.Join(",", new nint[] { 3, 1, 2 }.Order()) + unchecked((byte)(nint)300) + (long)(nint)(-1) + (uint)(nuint)9);
        var d = new Dictionary<nint, string> { [4] = "four" };
        Out.Line(d[a - 1] + a.ToString("x4") + $"{b,5:D3}");
        a++;
        a <<= 2;
        a ^= 1;
        Out.Line(a + " " + ~a + -a + (a >>> 1));
        Out.Try("divide", () => Out.Line((nint)1 / (nint)(a - a)));
    }
}
