using System.Collections.Immutable;

namespace Library.Collections;

public static class Immutables
{
    public static void Run()
    {
        ImmutableArray<int> a = [3, 1, 2];
        var b = a.Add(9).Insert(0, 7).Remove(1).SetItem(1, 33).Sort();
        Out.Line(string.Join(",", a) + "|" + string.Join(",", b) + b.Length + b.IndexOf(9) + b.BinarySearch(33) + a.IsDefault + default(ImmutableArray<int>).IsDefault + a.Equals(a));
        var builder = ImmutableArray.CreateBuilder<string>(2);
        builder.Add("x");
        builder.AddRange("y", "z");
        Out.Line(string.Join("", builder.ToImmutable()) + builder.Count);
        var l = ImmutableList.Create(1, 2, 3).Add(4).RemoveAll(x => x % 2 == 0).InsertRange(1, [8, 9]);
        Out.Line(string.Join(",", l) + l.Count + l[1] + l.Contains(9));
        var d = ImmutableDictionary<string, int>.Empty.Add("a", 1).SetItem("b", 2).Remove("a");
        Out.Line(d.Count + " " + d["b"] + d.ContainsKey("a") + d.SetItem("b", 3)["b"] + d["b"]);
        var s = ImmutableSortedSet.Create(5, 1, 3).Add(2).Union([9, 1]);
        Out.Line(string.Join(",", s) + s.Max + s[1]);
        var h = ImmutableHashSet.Create("p", "q").Add("p");
        Out.Line(h.Count + " " + h.Contains("q"));
        var st = ImmutableStack<int>.Empty.Push(1).Push(2);
        var q = ImmutableQueue<int>.Empty.Enqueue(1).Enqueue(2);
        Out.Line(st.Peek() + q.Peek() + string.Join(",", st.Pop()) + string.Join(",", q.Dequeue()));
        var sd = ImmutableSortedDictionary.CreateRange(new Dictionary<int, string> { [2] = "b", [1] = "a" });
        Out.Line(string.Join(",", sd.Values) + sd.ToBuilder().Count);
        Out.Try("missing", () => d["zz"].ToString());
        Out.Line(Enumerable.Range(0, 100).ToImmutableList().Where(x => x > 97).ToImmutableArray().Length);
    }
}
