namespace Language.Delegates;

public static class Equality
{
    private sealed class C(int n) { public int Get() => n; public virtualless V => default; public static int S() => 7; }
    private struct virtualless { public int X; public readonly int Read() => X; }
    private static int Static() => 1;
    private static event Func<int> Asked;

    public static void Run()
    {
        C a = new(1), b = new(2);
        Func<int> f = a.Get, g = a.Get, h = b.Get, s = Static, t = Static;
        Out.Line((f == g) + " " + (f == h) + (s == t) + (s == f) + f.Equals(g) + (f.GetHashCode() == g.GetHashCode()) + ((Func<int>)C.S == C.S));
        var m = f + s + h + s;
        Out.Line(m() + " " + m.GetInvocationList().Length + (m - s).GetInvocationList().Length + (m - (s + h)).GetInvocationList().Length + (m - (f + h)).GetInvocationList().Length + ((f - f) is null) + (f + s == g + t));
        Asked += f;
        Asked += h;
        Asked -= g;
        Out.Line(Asked() + Asked.GetInvocationList().Length);
        Asked = null;
        Out.Line(Asked?.Invoke() ?? -1);
        var v = new virtualless { X = 5 };
        Func<int> r = v.Read;
        v.X = 9;
        Out.Line(r() + v.Read());
        Func<int, int> fact = null;
        fact = n => n < 2 ? 1 : n * fact(n - 1);
        Out.Line(fact(10));
        Out.Line(f.Target == a && s.Target is null);
        foreach (var d in Delegate.EnumerateInvocationList(m)) Out.Line(d());
        Action chain = null;
        for (var i = 0; i < 3; i++) { var k = i; chain += () => Out.Line(k + i); }
        chain();
        Out.Try("middle throws", () => { Action q = () => Out.Line("q1"); q += () => throw new InvalidOperationException("q2"); q += () => Out.Line("q3"); q(); });
    }
}
