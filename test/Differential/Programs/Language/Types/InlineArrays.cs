using System.Runtime.CompilerServices;

namespace Language.Types;

public static class InlineArrays
{
    [InlineArray(8)] private struct Eight { private int _e; }
    [InlineArray(3)] private struct Names { private string _e; }
    private struct Holder { public Names N; public int After; }
    private class Box { public Eight E; }

    private static int Sum(ReadOnlySpan<int> s) { var t = 0; foreach (var x in s) t += x; return t; }

    public static void Run()
    {
        var e = new Eight();
        for (var i = 0; i < 8; i++) e[i] = i * i;
        Out.Line(Sum(e) + " " + e[^1] + Sum(e[2..5]));
        var copy = e;
        copy[0] = 100;
        Out.Line(e[0] + " " + copy[0]);
        var h = new Holder { After = 5 };
        h.N[0] = "a";
        h.N[2] = "c";
        foreach (var n in h.N) Out.Line(n ?? "null");
        Span<string> span = h.N;
        span[1] = "b";
        Out.Line(h.N[1] + h.After + string.Join("", span.ToArray()));
        var b = new Box();
        b.E[3] = 7;
        Out.Line(b.E[3] + Unsafe.SizeOf<Eight>());
        var at = 9;
        Out.Try("bounds", () => { var x = new Eight(); Out.Line(x[at]); });
    }
}
