namespace Library.Collections;

public static class Dictionaries
{
    public static void Run()
    {
        var d = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["One"] = 1, ["two"] = 2 };
        Out.Line(d["ONE"] + " " + d.TryAdd("TWO", 22) + d.TryAdd("three", 3) + d.Count + d.ContainsValue(3) + d.GetValueOrDefault("none", -1) + d.TryGetValue("x", out var n) + n);
        Out.Line(d.Remove("one", out var removed) + " " + removed + d.Remove("one"));
        d["four"] = 4;
        foreach (var (k, v) in d) Out.Line(k + v);
        Out.Line(string.Join(",", d.Keys) + string.Join(",", d.Values) + d.Keys.Contains("four"));
        var numbers = new Dictionary<int, string>();
        for (var i = 0; i < 1000; i++) numbers[i * 7919 % 2003] = "v" + i;
        for (var i = 0; i < 500; i++) numbers.Remove(i);
        Out.Line(numbers.Count + " " + numbers[numbers.Keys.Max()] + numbers.Keys.Sum() + numbers.Values.Max());
        var e = new Dictionary<DayOfWeek, List<int>> { [DayOfWeek.Friday] = [1] };
        e[DayOfWeek.Friday].Add(2);
        Out.Line(e[DayOfWeek.Friday].Count + " " + e.ContainsKey(DayOfWeek.Monday));
        Out.Try("null key", () => d[null] = 1);
        Out.Try("missing", () => Out.Line(d["zzz"]));
        var lookup = d.GetAlternateLookup<ReadOnlySpan<char>>();
        Out.Line(lookup["FOUR".AsSpan()] + " " + lookup.ContainsKey("fo"));
        Out.Line(new Dictionary<long, int>(new Dictionary<long, int> { [5] = 6 })[5] + new Dictionary<(int, int), string> { [(1, 2)] = "t" }[(1, 2)]);
        IDictionary<string, int> id = d;
        Out.Line(id.IsReadOnly + " " + id.Contains(new("two", 2)));
        Out.Try("modify", () => { foreach (var k in d.Keys) d.Add(k + "x", 1); });
        var ordered = new OrderedDictionary<string, int> { ["z"] = 1, ["a"] = 2 };
        ordered.Insert(1, "m", 3);
        Out.Line(string.Join(",", ordered.Keys) + ordered.GetAt(0).Value + ordered.IndexOf("a"));
    }
}
