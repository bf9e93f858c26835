namespace Language.Control;

public static class NestedSwitches
{
    private static string Walk(string s)
    {
        var state = 0;
        var r = "";
        for (var i = 0; i < s.Length; i++)
        {
            switch (state, s[i])
            {
                case (0, >= '0' and <= '9'): state = 1; r += "d"; break;
                case (0, 'x' or 'X'): state = 2; goto default;
                case (1, ' '): r += "_"; break;
                case (1, var c) when char.IsDigit(c): r += c; continue;
                case (2, '!'): return r + "!";
                case (_, '\n'): goto default;
                default:
                    switch (s[i]) { case 'q': state = 0; goto next; case 'z': i++; break; }
                    r += "?";
                    break;
            }

            r += state;
        next:
            ;
        }

        return r;
    }

    private static int Sparse(long x) => x switch { 0 => 1, 1 => 2, 1000 => 3, 1001 => 4, 1L << 40 => 5, -7 => 6, long.MinValue => 7, _ => 0 };
    private static int Text(string s) => s switch { "alpha" => 1, "beta" => 2, "gamma" => 3, "delta" => 4, "epsilon" => 5, "zeta" => 6, "eta" => 7, "" => 8, null => 9, _ => -1 };

    public static void Run()
    {
        foreach (var s in new[] { "12 3", "x!", "xq1", "az9", "1\n2", "", "0qqx y" }) Out.Line(Walk(s));
        foreach (var x in new[] { 0, 1, 2, 999, 1000, 1001, 1L << 40, -7, long.MinValue, long.MaxValue }) Out.Line(Sparse(x));
        foreach (var s in new[] { "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "", null, "Alpha", "thet" }) Out.Line(Text(s));
    }
}
