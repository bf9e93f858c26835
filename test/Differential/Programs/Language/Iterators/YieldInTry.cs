namespace Language.Iterators;

public static class YieldInTry
{
    private sealed class Guard(string n) : IDisposable { public void Dispose() => Out.Line("dispose " + n); }

    private static IEnumerable<int> Nested(int stop)
    {
        try
        {
            using var g = new Guard("outer");
            for (var i = 0; i < 3; i++)
            {
                try
                {
                    using (new Guard("inner" + i)) { yield return i; if (i == stop) yield break; }
                    yield return i * 10;
                }
                finally { Out.Line("finally " + i); }
            }
        }
        finally { Out.Line("end"); }
    }

    private static IEnumerable<string> Mixed(IEnumerable<int> source)
    {
        foreach (var x in source)
        {
            string text;
            try { text = (100 / x).ToString(); }
            catch (DivideByZeroException) { text = "zero"; }
            lock (source) yield return text;
        }
    }

    private static IEnumerable<int> Tree(int n) { if (n > 0) { foreach (var x in Tree(n - 1)) yield return x; yield return n; foreach (var x in Tree(n - 2)) yield return x; } }

    public static void Run()
    {
        foreach (var x in Nested(9)) Out.Line(x);
        foreach (var x in Nested(1)) Out.Line(x);
        foreach (var x in Nested(9)) { Out.Line(x); if (x == 10) break; }
        var e = Nested(9).GetEnumerator();
        e.MoveNext();
        e.Dispose();
        Out.Line(e.MoveNext());
        Out.Line(string.Join(" ", Mixed([5, 0, 3])));
        Out.Line(string.Join("", Tree(5)));
        var q = Nested(0);
        Out.Line(q.Count() + q.Last());
        Out.Try("throw", () => { foreach (var x in Nested(2)) if (x == 1) throw new Exception("mid"); });
    }
}
