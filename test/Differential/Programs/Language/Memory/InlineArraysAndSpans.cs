using System.Runtime.CompilerServices;

namespace Language.Memory;

public static class InlineArraysAndSpans
{
    [InlineArray(4)]
    private struct Four<T> { private T _first; }

    private struct Holder { public Four<string> Names; public Four<byte> Bytes; public int After; }

    private static int Sum(ReadOnlySpan<int> x) { var r = 0; foreach (var i in x) r += i; return r; }
    private static int Params(params ReadOnlySpan<int> x) => x.Length * 100 + Sum(x);

    public static void Run()
    {
        var f = new Four<int>();
        for (var i = 0; i < 4; i++) f[i] = i * i;
        Span<int> s = f;
        s[3] = 50;
        Out.Line(f[3] + Sum(f) + Sum(f[1..3]));
        foreach (ref var x in s) x++;
        Out.Line(f[^1] + " " + f[0]);
        var h = new Holder { After = 77 };
        h.Names[2] = "two";
        h.Bytes[3] = 255;
        var copy = h;
        copy.Names[2] = "changed";
        copy.Bytes[3]++;
        Out.Line(h.Names[2] + copy.Names[2] + h.Bytes[3] + copy.Bytes[3] + copy.After + (copy.Names[0] is null));
        Out.Line(Params() + " " + Params(1) + " " + Params(1, 2, 3) + " " + Params([5, .. s, 6]));
        var n = 4;
        Out.Try("range", () => { var g = new Four<int>(); Out.Line(g[n]); });
    }
}
