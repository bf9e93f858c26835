namespace Language.Exceptions;

public static class DeepUnwinding
{
    private static int s_depth;
    private static int Down(int n)
    {
        s_depth++;
        try { return n == 0 ? throw new InvalidOperationException("bottom") : Down(n - 1) + 1; }
        finally { s_depth--; }
    }

    private static IEnumerable<int> Walk(int n) { if (n < 0) throw new FormatException("walk"); yield return n; foreach (var x in Walk(n - 1)) yield return x; }

    public static void Run()
    {
        Out.Try("deep", () => Down(200));
        Out.Line(s_depth);
        var sum = 0;
        Out.Try("walk", () => { foreach (var x in Walk(20)) sum += x; });
        Out.Line(sum);
        var caught = 0;
        for (var i = 0; i < 1000; i++) { try { if (i % 3 == 0) throw new Exception(); } catch { caught++; } }
        Out.Line(caught);
        Out.Try("in sort", () => new List<int> { 3, 1, 2 }.Sort((a, b) => throw new ArgumentException("cmp")));
        Out.Try("in linq", () => new[] { 1, 0 }.Select(x => 10 / x).ToArray());
        Out.Try("in ctor", () => new Thrower());
    }

    private class Thrower { private readonly int _x = int.Parse("zz"); }
}
