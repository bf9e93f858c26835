namespace Language.Types;

public static class StructCopies
{
    private struct Counter { public int N; public int Inc() => ++N; public readonly int Peek() => N; }
    private struct Outer { public Counter C; public Counter[] A; public readonly Counter Copy => C; }
    private class Holder { public Counter Field; public readonly Counter Fixed; public Counter Prop { get; set; } }

    private static void ByValue(Counter c) => c.Inc();
    private static void ByRef(ref Counter c) => c.Inc();
    private static int ByIn(in Counter c) => c.Inc() + c.N;

    public static void Run()
    {
        var c = new Counter();
        c.Inc();
        var d = c;
        d.Inc();
        ByValue(c);
        ByRef(ref d);
        Out.Line(c.N + " " + d.N + " " + ByIn(c) + " " + c.N);
        var h = new Holder();
        h.Field.Inc();
        h.Fixed.Inc();
        h.Prop.Inc();
        Out.Line(h.Field.N + " " + h.Fixed.N + " " + h.Prop.N);
        var o = new Outer { A = new Counter[2] };
        o.A[1].Inc();
        o.C.Inc();
        o.Copy.Inc();
        var p = o;
        p.A[1].Inc();
        p.C.Inc();
        Out.Line(o.A[1].N + " " + o.C.N + " " + p.C.N);
        var list = new List<Counter> { c };
        list[0].Inc();
        Out.Line(list[0].N);
        object boxed = c;
        ((Counter)boxed).Inc();
        Out.Line(((Counter)boxed).Peek());
        Func<int> bound = c.Inc;
        bound();
        Out.Line(bound() + " " + c.N);
        foreach (var x in new[] { c, d }) x.Inc();
        Out.Line(c.N + d.N);
    }
}
