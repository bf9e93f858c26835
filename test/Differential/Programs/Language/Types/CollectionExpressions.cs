using System.Collections.Immutable;

namespace Language.Types;

public static class CollectionExpressions
{
    private static string J<T>(IEnumerable<T> s) => string.Join(",", s);
    private static int Count(params ReadOnlySpan<int> s) => s.Length;
    private static string Params(params IEnumerable<string> s) => string.Join("+", s);

    [System.Runtime.CompilerServices.CollectionBuilder(typeof(CollectionExpressions), nameof(Create))]
    private class Mine : List<int>;
    private static Mine Create(ReadOnlySpan<int> items) { var m = new Mine(); foreach (var i in items) m.Add(i * 10); return m; }

    public static void Run()
    {
        int[] a = [1, 2, 3];
        List<int> l = [.. a, 4, .. a];
        HashSet<int> h = [.. l];
        ReadOnlySpan<int> r = [9, 8];
        Span<string> s = ["x", "y"];
        IEnumerable<int> e = [1, .. a.Where(x => x > 1)];
        IReadOnlyList<string> ro = ["p", "q"];
        ImmutableArray<int> im = [5, 6, .. a];
        Out.Line(J(l) + "|" + J(h) + "|" + r[1] + s[0] + "|" + J(e) + "|" + J(ro) + "|" + J(im) + l.Count);
        Out.Line(Count(1, 2, 3) + Count() + Count([.. a, .. a]) + Params("a", "b") + Params());
        Mine m = [1, 2];
        Out.Line(J(m));
        int[][] jagged = [[1], [2, 3], []];
        Out.Line(jagged.Sum(x => x.Length));
        IList<int> il = [1];
        il.Add(2);
        Out.Line(J(il) + (Array.Empty<int>() == (int[])[]));
    }
}
