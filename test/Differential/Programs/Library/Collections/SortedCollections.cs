namespace Library.Collections;

public static class SortedCollections
{
    public static void Run()
    {
        var s = new SortedSet<int> { 5, 1, 9, 3, 7, 5 };
        Out.Line(string.Join(",", s) + s.Min + s.Max + s.Count + string.Join(",", s.Reverse()) + string.Join(",", s.GetViewBetween(2, 7)));
        s.Remove(5);
        s.RemoveWhere(x => x > 8);
        Out.Line(string.Join(",", s) + s.Contains(3) + s.TryGetValue(7, out var v) + v);
        s.UnionWith([2, 4]);
        s.ExceptWith([1]);
        Out.Line(string.Join(",", s) + s.IsSupersetOf([2, 3]));
        var d = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["b"] = 2, ["a"] = 1, ["C"] = 3 };
        d["b"] += 10;
        Out.Line(string.Join(",", d.Select(p => p.Key + p.Value)) + d.Keys.First() + d.Remove("a") + d.ContainsKey("a"));
        var l = new SortedList<int, string> { [3] = "c", [1] = "a", [2] = "b" };
        l.RemoveAt(1);
        Out.Line(string.Join(",", l.Values) + l.Keys[1] + l.IndexOfKey(3) + l.GetValueAtIndex(0) + l.IndexOfValue("c"));
        var r = new SortedSet<string>(Comparer<string>.Create((x, y) => y.Length.CompareTo(x.Length))) { "a", "bbb", "cc", "dd" };
        Out.Line(string.Join(",", r));
        var big = new SortedSet<int>();
        for (var i = 0; i < 500; i++) big.Add(i * 37 % 501);
        for (var i = 0; i < 250; i++) big.Remove(i * 2);
        Out.Line(big.Count + " " + big.Sum() + big.Min + big.Max);
    }
}
