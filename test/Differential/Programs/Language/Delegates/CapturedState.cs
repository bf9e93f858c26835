namespace Language.Delegates;

public static class CapturedState
{
    private ref struct Cursor { public int At; }
    private static (Func<int>, Action<int>) Pair(int start) { var x = start; return (() => x++, v => x = v); }
    private static Func<Func<int, int>, int> Curry(int a) => f => f(a) + a;
    private static IEnumerable<Func<int>> Many() { for (var i = 0; i < 3; i++) { var j = i * 10; yield return () => i + j++; } }

    public static void Run()
    {
        var (next, set) = Pair(5);
        Out.Line(next() + next());
        set(100);
        Out.Line(next());
        Out.Line(Curry(3)(x => x * x) + Curry(4)(x => Curry(x)(y => y + 5)));
        foreach (var f in Many()) Out.Line(f() + " " + f());
        var all = Many().ToList();
        Out.Line(all[0]() + all[1]() + all[2]());
        var outer = 1;
        void Local(int n) { outer += n; if (n > 0) Local(n - 1); }
        Local(4);
        static int Pure(int a, int b = 3, params int[] rest) => a * b + rest.Length;
        Out.Line(outer + Pure(2) + Pure(b: 1, a: 9) + Pure(1, 1, 5, 6));
        var (p, q) = (0, 0);
        Action both = () => { p++; Action inner = () => q += p; inner(); inner(); };
        both();
        both();
        Out.Line(p + " " + q);
        var lambda = (int x, int y = 10, params int[] z) => x + y + z.Length;
        Out.Line(lambda(1) + lambda(1, 2) + lambda(1, 2, 3, 4));
        var cursor = new Cursor { At = 4 };
        int Use(ref Cursor c) => ++c.At;
        Out.Line(Use(ref cursor) + cursor.At);
        var parse = (string text, out int v) => int.TryParse(text, out v);
        Out.Line(parse("12", out var parsed) + " " + parsed);
    }
}
