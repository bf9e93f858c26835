namespace Language.Delegates;

public static class Closures
{
    public static void Run()
    {
        var list = new List<Func<int>>();
        for (var i = 0; i < 3; i++) list.Add(() => i);
        foreach (var i in new[] { 10, 20 }) list.Add(() => i);
        for (var i = 0; i < 2; i++) { var j = i * 100; list.Add(() => j += i); }
        Out.Line(string.Join(",", list.Select(f => f())) + "|" + string.Join(",", list.Select(f => f())));
        var n = 0;
        Action inc = () => n++;
        inc();
        inc();
        Out.Line(n);
        Func<int, Func<int, Func<int, int>>> curry = a => b => c => a * 100 + b * 10 + c;
        Out.Line(curry(1)(2)(3));
        Func<int, int> fact = null;
        fact = x => x <= 1 ? 1 : x * fact(x - 1);
        Out.Line(fact(10));
        Func<Func<int>> outer = () => { var m = n; return () => m++ + n; };
        var inner = outer();
        Out.Line(inner() + inner());
        string captured = null;
        void Set(string s) => captured = s;
        Set("local");
        Out.Line(captured);
        var f2 = static (int a, int b = 5) => a + b;
        Out.Line(f2(1) + f2(1, 1));
        var all = (params int[] v) => v.Length;
        Out.Line(all(1, 2, 3));
    }
}
