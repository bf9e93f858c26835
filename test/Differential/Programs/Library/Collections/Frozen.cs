using System.Collections.Frozen;

namespace Library.Collections;

public static class Frozen
{
    public static void Run()
    {
        var d = new Dictionary<string, int> { ["content-type"] = 1, ["host"] = 2, ["accept"] = 3, ["x-request-id"] = 4 }.ToFrozenDictionary();
        Out.Line(d["host"] + " " + d.ContainsKey("Host") + d.TryGetValue("accept", out var v) + v + d.Count + d.GetValueOrDefault("nope"));
        var i = new[] { "GET", "POST", "PUT" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Out.Line(i.Contains("get") + " " + i.Contains("PATCH") + i.Count);
        var n = Enumerable.Range(0, 50).ToFrozenDictionary(x => x * x, x => "v" + x);
        Out.Line(n[49] + n.ContainsKey(50) + n.Keys.Max());
        var f = new[] { 5, 7, 9 }.ToFrozenSet();
        Out.Line(f.Contains(7) + " " + f.IsSubsetOf([5, 7, 9, 11]));
        Out.Line(FrozenDictionary<string, int>.Empty.Count + FrozenSet<int>.Empty.Count);
    }
}
