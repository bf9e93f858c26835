namespace Library.Linq;

public static class Projections
{
    private static string J<T>(IEnumerable<T> s) => string.Join(",", s);

    public static void Run()
    {
        string[] w = ["apple", "fig", "kiwi"];
        Out.Line(J(w.Select(x => x.Length)) + "|" + J(w.Select((x, i) => i + x)) + "|" + J(w.SelectMany(x => x.Take(2))) + "|" + J(w.SelectMany((x, i) => new[] { i, x.Length }, (x, n) => x[0] + ":" + n)));
        Out.Line(J(w.Zip([1, 2, 3, 4])) + "|" + J(w.Zip([1, 2], (a, b) => a + b)) + "|" + J(w.Zip([1, 2], ['x', 'y', 'z'])));
        Out.Line(J(from x in w from c in x where c > 'i' orderby c descending select c) + "|" + J(from x in w let n = x.Length where n > 3 select x + n));
        Out.Line(J(w.Index()) + "|" + J(Enumerable.Range(1, 5).Concat(Enumerable.Repeat(7, 2))) + J(Enumerable.Empty<int>()));
        var d = w.ToDictionary(x => x[0], x => x.Length);
        Out.Line(d['k'] + J(d.Keys) + w.ToHashSet().Count + w.ToList().Count + w.ToLookup(x => x.Length > 3)[true].Count());
        Out.Line(J(new[] { (1, 2), (3, 4) }.ToDictionary().Select(p => p.Key * p.Value)) + J(Enumerable.Sequence(1, 9, 3)) + J(Enumerable.InfiniteSequence(5, 2).Take(3)));
    }
}
