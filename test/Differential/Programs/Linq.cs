public static class LinqQueries
{
    private sealed record Person(string Name, int Age, string City);

    public static void Run()
    {
        Person[] people = [new("Ann", 30, "X"), new("Bob", 25, "Y"), new("Cid", 35, "X"), new("Dee", 25, "Z")];
        foreach (var g in people.GroupBy(p => p.City)) Out.Line(g.Key + ":" + string.Join(",", g.Select(p => p.Name)));
        Out.Line(string.Join(" ", from p in people where p.Age > 25 orderby p.Age descending, p.Name select p.Name));
        Out.Line(people.OrderBy(p => p.Age).ThenByDescending(p => p.Name).First().Name + people.Max(p => p.Age) + people.Average(p => p.Age) + people.Sum(p => p.Age));
        Out.Line(people.ToDictionary(p => p.Name)["Cid"].Age + people.ToLookup(p => p.Age)[25].Count());
        Out.Line(Enumerable.Range(1, 10).Where(i => i % 2 == 0).Skip(1).Take(3).Aggregate((a, b) => a * b));
        Out.Line(people.Any(p => p.Age > 30) + " " + people.All(p => p.Age > 20) + people.Count(p => p.City == "X") + people.Select(p => p.City).Distinct().Count());
        Out.Line(string.Join(",", new[] { 1, 2, 3 }.Zip(["a", "b", "c"], (n, s) => n + s)) + string.Join(",", new[] { 1, 2 }.Concat([3]).Reverse()));
        Out.Line(string.Join(",", people.SelectMany(p => p.Name)) + string.Join(",", Enumerable.Repeat("z", 3)));
        Out.Line(string.Join(",", people.Join([("X", 1), ("Y", 2)], p => p.City, c => c.Item1, (p, c) => p.Name + c.Item2)));
        Out.Line(people.MinBy(p => p.Age).Name + people.LastOrDefault(p => p.Age == 99)?.Name + people.Single(p => p.Age == 35).Name);
        Out.Line(string.Join(",", new[] { 3, 1, 2 }.Order()) + string.Join(",", new[] { 1, 2, 3, 4, 5 }.Chunk(2).Select(c => c.Length)) + new[] { 1, 2 }.SequenceEqual([1, 2]));
        Out.Line(string.Join(",", new[] { 1, 2, 3 }.Except([2]).Union([9]).Intersect([1, 9])) + string.Join(",", new List<object> { 1, "a", 2 }.OfType<int>()));
        Out.Line(people.Select((p, i) => p.Name + i).Last() + Enumerable.Empty<int>().DefaultIfEmpty(7).First());
        Out.Line(string.Join(",", people.GroupBy(p => p.Age, (k, g) => k + "=" + g.Count()).OrderBy(x => x, StringComparer.Ordinal)));
    }
}
