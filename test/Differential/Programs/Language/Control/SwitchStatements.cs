namespace Language.Control;

public static class SwitchStatements
{
    private static string Ints(int n)
    {
        switch (n)
        {
            case 0: return "zero";
            case 1: case 2: return "small";
            case 3: goto case 1;
            case 100: goto default;
            case int.MinValue: return "min";
            case > 1000 and < 2000: return "range";
            default: return "other";
        }
    }

    private static int Text(string s)
    {
        switch (s)
        {
            case "alpha": return 1; case "beta": return 2; case "gamma": return 3; case "delta": return 4;
            case "epsilon": return 5; case "zeta": return 6; case "eta": return 7; case "theta": return 8;
            case "": return 0; case null: return -1; default: return 99;
        }
    }

    private static string Types(object o)
    {
        switch (o)
        {
            case int i when i > 10: return "big " + i;
            case int i: return "int " + i;
            case string { Length: > 3 } s: return "long " + s;
            case string s: return "string " + s;
            case (int a, int b): return "pair " + (a + b);
            case int[] { Length: 0 }: return "empty";
            case null: return "null";
            default: return o.GetType().Name;
        }
    }

    private static long Longs(long x) => x switch { 1L << 40 => 1, -5 => 2, 3_000_000_000 => 3, _ => 0 };

    public static void Run()
    {
        foreach (var n in new[] { 0, 1, 2, 3, 100, int.MinValue, 1500, 5 }) Out.Line(Ints(n));
        foreach (var s in new[] { "alpha", "theta", "eta", "", null, "nope", "Alpha", "epsilon" }) Out.Line(Text(s));
        foreach (var o in new object[] { 50, 5, "abcd", "ab", (3, 4), new int[0], null, 2.5 }) Out.Line(Types(o));
        Out.Line(Longs(1L << 40) + Longs(-5) + Longs(3_000_000_000) + Longs(4));
        foreach (var c in "aZ5_ ") Out.Line(c switch { >= 'a' and <= 'z' => "lower", >= 'A' and <= 'Z' => "upper", >= '0' and <= '9' => "digit", '_' or '-' => "punct", _ => "other" });
    }
}
