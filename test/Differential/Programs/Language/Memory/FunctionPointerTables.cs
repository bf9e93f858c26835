namespace Language.Memory;

public static unsafe class FunctionPointerTables
{
    private struct Big { public long A, B, C; }
    private static int Add(int a, int b) => a + b;
    private static int Sub(int a, int b) => a - b;
    private static Big Grow(Big b, ref int n) { b.A += n; b.C = b.A * 2; n++; return b; }
    private static T Same<T>(T x) => x;
    private static int Fail(int a, int b) => throw new InvalidOperationException("by pointer " + a);
    private static delegate*<int, int, int> Choose(bool add) => add ? &Add : &Sub;
    private static int Fold(delegate*<int, int, int> f, int[] xs) { var r = xs[0]; for (var i = 1; i < xs.Length; i++) r = f(r, xs[i]); return r; }

    public static void Run()
    {
        var table = stackalloc delegate*<int, int, int>[3];
        table[0] = &Add;
        table[1] = &Sub;
        table[2] = Choose(false);
        for (var i = 0; i < 3; i++) Out.Line(table[i](10, 4));
        Out.Line(table[1] == table[2]);
        Out.Line(Fold(&Add, [1, 2, 3]) + Fold(Choose(false), [1, 2, 3]));
        delegate*<Big, ref int, Big> g = &Grow;
        var n = 5;
        var b = g(g(new Big { B = 9 }, ref n), ref n);
        Out.Line(b.A + " " + b.B + " " + b.C + " " + n);
        delegate*<string, string> s = &Same<string>;
        delegate*<Big, Big> t = &Same<Big>;
        Out.Line(s("text") + t(b).C);
        try { delegate*<int, int, int> f = &Fail; f(3, 4); }
        catch (InvalidOperationException e) { Out.Line(e.Message); }

        void* raw = (delegate*<int, int, int>)&Add;
        Out.Line(((delegate*<int, int, int>)raw)(20, 22));
    }
}
