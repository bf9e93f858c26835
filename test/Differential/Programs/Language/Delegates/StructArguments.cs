namespace Language.Delegates;

public static class StructArguments
{
    private struct Big { public long A, B, C; public string S; }
    private delegate Big Change(Big b, ref Big r, out Big o, in Big i);

    private static Big Do(Big b, ref Big r, out Big o, in Big i)
    {
        b.A++;
        r.B++;
        o = i;
        o.S += "!";
        return b;
    }

    public static void Run()
    {
        Change c = Do;
        c += Do;
        Big b = new() { A = 1, S = "b" }, r = default, i = new() { C = 3, S = "i" };
        var result = c(b, ref r, out var o, i);
        Out.Line(result.A + " " + b.A + " " + r.B + " " + o.C + o.S + i.S);
        Func<(int, string), decimal, DateTime, string> f = (t, d, w) => t.Item2 + t.Item1 + d + w.Year;
        Out.Line(f((1, "x"), 2.5m, new DateTime(2000, 1, 1)));
        Func<Big> make = () => new Big { S = "made" };
        Out.Line(make().S);
    }
}
