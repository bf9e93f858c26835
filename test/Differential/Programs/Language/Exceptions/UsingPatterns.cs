namespace Language.Exceptions;

public static class UsingPatterns
{
    private sealed class R(string n) : IDisposable { public string N => n; public void Dispose() => Out.Line("dispose " + n); }
    private ref struct Scoped(string n) { public void Dispose() => Out.Line("scoped " + n); }
    private struct Val : IDisposable { public int N; public void Dispose() => Out.Line("val " + N); }
    private sealed class Failing : IDisposable { public void Dispose() => throw new InvalidOperationException("dispose failed"); }

    public static void Run()
    {
        using var a = new R("a");
        using (var b = new R("b"))
        using (var c = new R("c")) Out.Line(b.N + c.N);
        using (R none = null) Out.Line("null is fine");
        using (new Scoped("s")) { Out.Line("in"); }
        using (var v = new Val { N = 4 }) Out.Line(v.N);
        Out.Try("body", () => { using var x = new R("x"); throw new Exception("boom"); });
        Out.Try("dispose", () => { using (new Failing()) Out.Line("body ran"); });
        for (var i = 0; i < 2; i++) { using var l = new R("loop" + i); if (i == 0) continue; Out.Line("end"); }
        Out.Line("last");
    }
}
