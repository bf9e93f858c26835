namespace Language.Iterators;

public static class LazyPipelines
{
    private static IEnumerable<int> Naturals() { for (var i = 0; ; i++) { Out.Line("make " + i); yield return i; } }

    private static IEnumerable<(T, T)> Pairs<T>(IEnumerable<T> s)
    {
        using var e = s.GetEnumerator();
        if (!e.MoveNext()) yield break;
        var last = e.Current;
        while (e.MoveNext()) { yield return (last, e.Current); last = e.Current; }
    }

    private static IEnumerable<int> Primes()
    {
        var found = new List<int>();
        for (var n = 2; ; n++) if (found.TakeWhile(p => p * p <= n).All(p => n % p != 0)) { found.Add(n); yield return n; }
    }

    public static void Run()
    {
        Out.Line(string.Join(",", Naturals().Where(x => x % 2 == 1).Select(x => x * x).Take(3)));
        Out.Line(string.Join(",", Pairs(new[] { 1, 4, 9, 16 }).Select(p => p.Item2 - p.Item1)));
        Out.Line(string.Join(",", Primes().Skip(20).Take(5)));
    }
}
