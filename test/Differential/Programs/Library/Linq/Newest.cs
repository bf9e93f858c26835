namespace Library.Linq;

public static class Newest
{
    private record P(string Dept, int Age, string Name);

    public static void Run()
    {
        P[] all = [new("a", 30, "x"), new("b", 20, "y"), new("a", 25, "z"), new("c", 20, "w"), new("b", 41, "v")];
        Out.Line(string.Join(" ", all.CountBy(p => p.Dept)) + string.Join(" ", all.AggregateBy(p => p.Dept, 0, (s, p) => s + p.Age)));
        Out.Line(string.Join(" ", all.Chunk(2).Select(c => c.Length)) + all.MinBy(p => p.Age).Name + all.MaxBy(p => p.Age).Name + string.Join("", all.DistinctBy(p => p.Age).Select(p => p.Name)) + string.Join("", all.Order(Comparer<P>.Create((x, y) => x.Age - y.Age)).Select(p => p.Name)));
        Out.Line(string.Join(" ", all.ExceptBy(["a"], p => p.Dept).Select(p => p.Name)) + string.Join(" ", all.IntersectBy(["a", "c"], p => p.Dept).Select(p => p.Name)) + string.Join(" ", all.UnionBy([new P("d", 1, "u")], p => p.Dept).Select(p => p.Name)));
        Out.Line(string.Join(" ", new[] { 1, 2, 3 }.Zip("abc", [true, false, true])) + all.Take(1..^1).Count() + all.ElementAt(^1).Name + all.TakeLast(2).First().Name + all.SkipLast(3).Last().Name + all.TryGetNonEnumeratedCount(out var n) + n + all.FirstOrDefault(p => p.Age > 99, all[0]).Name);
        var q = from p in all let half = p.Age / 2 where half > 9 group new { p.Name, half } by p.Dept into g orderby g.Key descending from x in g join y in all on x.Name equals y.Name select g.Key + x.half + y.Age;
        Out.Line(string.Join(" ", q));
        Out.Line(string.Join(" ", all.GroupJoin(new[] { ("a", 1), ("a", 2), ("c", 3) }, p => p.Dept, t => t.Item1, (p, ts) => p.Name + ts.Sum(t => t.Item2))));
        Out.Line(string.Join(" ", new[] { 3, 1 }.LeftJoin(new[] { (1, "one") }, x => x, y => y.Item1, (x, y) => x + (y.Item2 ?? "-"))) + string.Join(" ", new[] { 1 }.RightJoin(new[] { 1, 2 }, x => x, y => y, (x, y) => x + "" + y)));
        Out.Line(all.ToLookup(p => p.Dept)["a"].Count() + all.ToLookup(p => p.Dept)["none"].Count() + string.Join(",", all.Select((p, i) => p.Age * i).Append(7).Prepend(8).Reverse()) + Enumerable.Repeat("r", 2).Concat(["s"]).Aggregate((a, b) => a + b) + Enumerable.Sequence(1, 10, 4).Sum());
        Out.Line(new[] { 1.5, 2.5 }.Average() + new int?[] { 1, null, 4 }.Average() + " " + new int?[] { null }.Max() + new decimal[] { 1.1m, 2.2m }.Sum() + Enumerable.Empty<int>().DefaultIfEmpty(9).Single() + new object[] { 1, "a", 2 }.OfType<int>().Sum() + all.Any() + all.All(p => p.Age > 20) + all.SequenceEqual(all.ToList()) + all.Cast<object>().Contains(all[2]));
        Out.Try("overflow", () => new[] { int.MaxValue, 1 }.Sum().ToString());
        Out.Try("cast", () => new object[] { "x" }.Cast<int>().First());
        Out.Try("empty", () => new int[0].Max().ToString());
        Out.Try("single", () => all.Single(p => p.Dept == "a"));
        Out.Try("key", () => all.ToDictionary(p => p.Dept));
    }
}
