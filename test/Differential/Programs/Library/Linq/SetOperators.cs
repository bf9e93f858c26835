namespace Library.Linq;

public static class SetOperators
{
    private static string J<T>(IEnumerable<T> s) => string.Join(",", s);

    public static void Run()
    {
        int[] a = [1, 2, 2, 3], b = [2, 3, 4];
        Out.Line(J(a.Union(b)) + "|" + J(a.Intersect(b)) + "|" + J(a.Except(b)) + "|" + J(a.Concat(b)));
        Out.Line(J(a.UnionBy(b, x => x % 2)) + "|" + J(a.IntersectBy([1], x => x % 2)) + "|" + J(a.ExceptBy([0], x => x % 2)));
        Out.Line(J(new[] { "a", "B" }.Union(["b", "A"], StringComparer.OrdinalIgnoreCase)) + J(new[] { "x", "X" }.Distinct(StringComparer.OrdinalIgnoreCase)));
        var q = a.AsQueryableNot();
        Out.Line(J(q.Where(x => x > 1)));
        Out.Line(J(Enumerable.Range(0, 5).Select(x => x * 2).Where(x => x > 2).Skip(1).Reverse().ToArray()));
    }

    private static IEnumerable<T> AsQueryableNot<T>(this IEnumerable<T> s) { foreach (var x in s) yield return x; }
}
