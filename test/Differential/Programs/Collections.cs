using System.Collections.Generic;

public static class Collections
{
    private sealed record Key(string Name, int N);

    public static void Run()
    {
        var list = new List<int> { 5, 2, 8 };
        list.AddRange([1, 9]);
        list.Sort();
        list.Insert(2, 100);
        list.RemoveAt(0);
        list.Remove(9);
        Out.Line(string.Join(",", list) + list.Count + list.IndexOf(100) + list.Contains(8) + list.Exists(x => x > 50));
        list.Sort((a, b) => b - a);
        list.Reverse();
        list.ForEach(x => Out.Line(x));
        var d = new Dictionary<string, int>();
        for (var i = 0; i < 100; i++) d["k" + i] = i;
        d.Remove("k5");
        d["k7"]++;
        Out.Line(d.Count + " " + d["k7"] + d.ContainsKey("k5") + d.TryGetValue("k99", out var v) + v + d.GetValueOrDefault("zz", -1));
        var s = 0;
        foreach (var (k, x) in d) s += k.Length * x;
        Out.Line(s);
        var byKey = new Dictionary<Key, string> { [new Key("a", 1)] = "one", [new Key("a", 2)] = "two" };
        Out.Line(byKey[new Key("a", 2)] + byKey.ContainsKey(new Key("b", 1)));
        var ignoring = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = 1 };
        Out.Line(ignoring["content-type"]);
        var set = new HashSet<int> { 1, 2, 2, 3 };
        set.UnionWith([3, 4]);
        set.ExceptWith([1]);
        Out.Line(set.Count + string.Join(",", set) + set.IsSupersetOf([2, 3]));
        var queue = new Queue<string>(["a", "b"]);
        queue.Enqueue("c");
        Out.Line(queue.Dequeue() + queue.Peek() + queue.Count);
        var stack = new Stack<int>();
        for (var i = 0; i < 10; i++) stack.Push(i);
        Out.Line(stack.Pop() + stack.Peek() + stack.Count);
        var sorted = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["b"] = 1, ["a"] = 2, ["c"] = 0 };
        Out.Line(string.Join(",", sorted.Keys) + sorted.First().Value);
        var sl = new SortedList<int, string> { [3] = "c", [1] = "a" };
        Out.Line(sl.Values[0] + sl.Keys[1]);
        var ss = new SortedSet<int> { 5, 1, 3 };
        Out.Line(string.Join(",", ss) + ss.Min + ss.Max + ss.GetViewBetween(2, 9).Count);
        var pq = new PriorityQueue<string, int>();
        pq.Enqueue("low", 5);
        pq.Enqueue("high", 1);
        Out.Line(pq.Dequeue() + pq.Count);
        var linked = new LinkedList<int>([1, 2, 3]);
        linked.AddAfter(linked.First, 10);
        linked.RemoveLast();
        Out.Line(string.Join(",", linked));
        var array = new System.Collections.BitArray(10);
        array[3] = true;
        Out.Line(array[3] + " " + array.Count);
        IReadOnlyList<int> ro = list.AsReadOnly();
        Out.Line(ro.Count + ro[0]);
        var cd = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        cd.AddOrUpdate("x", 1, (k, o) => o + 1);
        cd.AddOrUpdate("x", 1, (k, o) => o + 1);
        Out.Line(cd["x"] + cd.GetOrAdd("y", 5));
        var imm = System.Collections.Immutable.ImmutableArray.Create(1, 2, 3).Add(4);
        Out.Line(imm.Length + imm[3]);
        var lookup = new Dictionary<(int, string), double> { [(1, "a")] = 1.5 };
        Out.Line(lookup[(1, "a")]);
    }
}
