namespace Library.Linq;

public static class Grouping
{
    private record P(string Name, string City, int Age);
    private static string J<T>(IEnumerable<T> s) => string.Join(",", s);

    public static void Run()
    {
        P[] all = [new("Ann", "Rome", 30), new("Bob", "Oslo", 25), new("Cid", "Rome", 41), new("Dee", "Bern", 25)];
        foreach (var g in all.GroupBy(p => p.City)) Out.Line(g.Key + ":" + J(g.Select(p => p.Name)));
        Out.Line(J(all.GroupBy(p => p.Age, p => p.Name, (age, names) => age + "=" + string.Join("+", names))));
        Out.Line(J(from p in all group p by p.City into g orderby g.Count() descending, g.Key select g.Key + g.Count()));
        var pets = new[] { ("Ann", "cat"), ("Bob", "dog"), ("Ann", "fish") };
        Out.Line(J(all.Join(pets, p => p.Name, t => t.Item1, (p, t) => p.Name + t.Item2)));
        Out.Line(J(all.GroupJoin(pets, p => p.Name, t => t.Item1, (p, ts) => p.Name + ts.Count())));
        Out.Line(J(all.LeftJoin(pets, p => p.Name, t => t.Item1, (p, t) => p.Name + (t.Item2 ?? "-"))) + "|" + J(pets.RightJoin(all, t => t.Item1, p => p.Name, (t, p) => p.Name[0])));
        Out.Line(J(all.CountBy(p => p.City).Select(p => p.Key + p.Value)) + J(all.AggregateBy(p => p.City, 0, (s, p) => s + p.Age).Select(p => p.Value)));
        var l = all.ToLookup(p => p.City, p => p.Age);
        Out.Line(l["Rome"].Sum() + l["Nowhere"].Count() + l.Count + " " + l.Contains("Oslo"));
        Out.Line(J(from p in all join t in pets on p.Name equals t.Item1 into ts from t in ts.DefaultIfEmpty() select p.Name[0] + (t.Item2 ?? "none")));
    }
}
