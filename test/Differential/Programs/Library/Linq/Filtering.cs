namespace Library.Linq;

public static class Filtering
{
    private static string J<T>(IEnumerable<T> s) => string.Join(",", s);

    public static void Run()
    {
        int[] n = [4, 8, 15, 16, 23, 42, 8];
        Out.Line(J(n.Where(x => x > 10)) + "|" + J(n.Where((x, i) => i % 2 == 0)) + "|" + J(n.Distinct()) + "|" + J(n.DistinctBy(x => x % 5)));
        Out.Line(J(n.Skip(2).Take(3)) + "|" + J(n.SkipLast(2)) + "|" + J(n.TakeLast(2)) + "|" + J(n.Take(1..^2)) + "|" + J(n.TakeWhile(x => x < 16)) + "|" + J(n.SkipWhile(x => x < 16)));
        Out.Line(J(new object[] { 1, "a", 2, null }.OfType<int>()) + J(new object[] { "x", "y" }.Cast<string>()));
        Out.Line(n.First() + n.First(x => x > 20) + n.Last() + n.FirstOrDefault(x => x > 99) + n.FirstOrDefault(x => x > 99, -1) + n.Single(x => x == 42) + n.SingleOrDefault(x => x == 99) + n.ElementAt(2) + n.ElementAt(^1) + n.ElementAtOrDefault(99));
        Out.Try("none", () => n.First(x => x > 99));
        Out.Try("two", () => n.Single(x => x == 8));
        Out.Try("at", () => n.ElementAt(9));
        Out.Line(J(n.Chunk(3).Select(c => "[" + J(c) + "]")) + J(new int[0].DefaultIfEmpty(7)) + J(n.Append(1).Prepend(0)) + J(n.Reverse()));
        Out.Line(n.Any() + " " + n.Any(x => x > 50) + n.All(x => x > 3) + n.Contains(16) + n.Count(x => x == 8) + n.LongCount() + n.TryGetNonEnumeratedCount(out var c) + c);
    }
}
