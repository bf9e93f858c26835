namespace Language.Iterators;

public static class YieldForms
{
    private static IEnumerable<int> Nested(int depth)
    {
        if (depth == 0) yield break;
        yield return depth;
        foreach (var x in Nested(depth - 1)) yield return x * 10;
        yield return -depth;
    }

    private static IEnumerable<string> Finally(bool early)
    {
        try
        {
            yield return "a";
            try { yield return "b"; }
            finally { Out.Line("inner finally"); }
            if (early) yield break;
            yield return "c";
        }
        finally { Out.Line("outer finally"); }
    }

    private static IEnumerator<int> Raw() { var i = 0; while (true) { if (i > 3) yield break; yield return i++; } }

    private static IEnumerable<T> Generic<T>(T a, params T[] more) { yield return a; for (var i = more.Length - 1; i >= 0; i--) yield return more[i]; }

    private static IEnumerable<int> Checked(int n) { return n < 0 ? throw new ArgumentOutOfRangeException(nameof(n)) : Inner(); IEnumerable<int> Inner() { yield return n; } }

    public static void Run()
    {
        Out.Line(string.Join(",", Nested(3)));
        foreach (var s in Finally(false)) Out.Line(s);
        foreach (var s in Finally(true)) Out.Line(s);
        foreach (var s in Finally(false)) { Out.Line(s); if (s == "b") break; }
        var r = Raw();
        while (r.MoveNext()) Out.Line(r.Current);
        Out.Line(string.Join(",", Generic("x", "y", "z")) + string.Join(",", Generic(1)));
        Out.Try("eager", () => Checked(-1));
        var twice = Nested(2);
        Out.Line(twice.Count() + twice.Sum() + " " + ReferenceEquals(twice.GetEnumerator(), twice.GetEnumerator()));
        Out.Try("inside", () => { foreach (var x in Failing()) Out.Line(x); });
    }

    private static IEnumerable<int> Failing() { try { yield return 1; throw new InvalidOperationException("mid"); } finally { Out.Line("cleaned"); } }
}
