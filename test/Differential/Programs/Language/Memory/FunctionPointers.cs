namespace Language.Memory;

public static unsafe class FunctionPointers
{
    private static int Add(int a, int b) => a + b;
    private static int Mul(int a, int b) => a * b;
    private static string Show<T>(T x) => typeof(T).Name + x;
    private static (int, string) Pair(in (int, string) p, ref int n) { n++; return (p.Item1 + n, p.Item2 + "!"); }

    public static void Run()
    {
        delegate*<int, int, int> f = &Add;
        Out.Line(f(2, 3));
        f = &Mul;
        Out.Line(f(2, 3));
        var table = stackalloc delegate*<int, int, int>[2];
        table[0] = &Add;
        table[1] = &Mul;
        for (var i = 0; i < 2; i++) Out.Line(table[i](7, 6));
        delegate*<double, string> s = &Show<double>;
        Out.Line(s(1.5));
        delegate*<in (int, string), ref int, (int, string)> p = &Pair;
        var n = 10;
        Out.Line(p((1, "a"), ref n) + "" + n);
        delegate*<void> none = null;
        Out.Line(none == null);
        delegate* managed<int, int, int> cmp = &Add;
        Out.Line(cmp == (delegate*<int, int, int>)&Add);
    }
}
