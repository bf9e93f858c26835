namespace Library.Linq;

public static class Ordering
{
    private static string J<T>(IEnumerable<T> s) => string.Join(",", s);

    public static void Run()
    {
        var items = new[] { ("b", 2), ("a", 2), ("c", 1), ("A", 3), ("d", 1) };
        Out.Line(J(items.OrderBy(x => x.Item2).ThenByDescending(x => x.Item1, StringComparer.Ordinal)));
        Out.Line(J(items.OrderByDescending(x => x.Item1, StringComparer.OrdinalIgnoreCase).ThenBy(x => x.Item2).Select(x => x.Item1)));
        Out.Line(J(new[] { 3, 1, 2 }.Order()) + J(new[] { 3, 1, 2 }.OrderDescending()) + J(new[] { "b", null, "a" }.Order(StringComparer.Ordinal).Select(x => x ?? "null")));
        var stable = Enumerable.Range(0, 200).OrderBy(x => x % 7).ToArray();
        Out.Line(stable.Zip(stable.Skip(1)).All(p => p.First % 7 < p.Second % 7 || p.First < p.Second));
        Out.Line(items.OrderBy(x => x.Item2).First() + "" + items.OrderBy(x => x.Item2).Last() + items.OrderBy(x => x.Item2).ElementAt(2) + items.OrderBy(x => x.Item2).Skip(1).Take(2).Count());
        Out.Line(items.MinBy(x => x.Item2) + "" + items.MaxBy(x => x.Item2) + items.Min(x => x.Item2) + items.Max(x => x.Item2));
        Out.Line(J(new[] { 2.5, double.NaN, -1 }.Order()) + J(new[] { DayOfWeek.Friday, DayOfWeek.Monday }.Order()) + new[] { 1, 2, 3, 4 }.Shuffle().Count());
    }
}
