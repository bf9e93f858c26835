namespace Library.Collections;

public static class Sets
{
    private static string J<T>(IEnumerable<T> s) => string.Join(",", s.Order());

    public static void Run()
    {
        var a = new HashSet<int> { 1, 2, 3, 4 };
        var b = new HashSet<int>([3, 4, 5]);
        var c = new HashSet<int>(a);
        c.UnionWith(b);
        Out.Line(J(c));
        c.IntersectWith([1, 3, 5, 9]);
        Out.Line(J(c));
        c.ExceptWith([5]);
        c.SymmetricExceptWith([1, 7]);
        Out.Line(J(c) + a.Overlaps(b) + c.IsSubsetOf([3, 7, 8]) + a.IsSupersetOf([1, 2]) + a.IsProperSubsetOf(a) + a.SetEquals([4, 3, 2, 1]));
        Out.Line(a.Add(1) + " " + a.Add(10) + a.Remove(2) + a.RemoveWhere(x => x > 3) + a.Contains(10) + a.Count + a.TryGetValue(3, out var v) + v);
        var s = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A", "a", "B" };
        Out.Line(s.Count + " " + s.Contains("b") + s.Comparer.Equals("x", "X"));
        var big = new HashSet<long>();
        for (var i = 0L; i < 2000; i++) big.Add(i * i % 1009);
        Out.Line(big.Count);
    }
}
