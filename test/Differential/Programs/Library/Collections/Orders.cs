namespace Library.Collections;

public static class Orders
{
    private record struct Item(int Rank, string Name);

    public static void Run()
    {
        var q = new PriorityQueue<string, (int, int)>();
        for (var i = 0; i < 10; i++) q.Enqueue("t" + i, (i * 7 % 5, i));
        Out.Line(q.EnqueueDequeue("x", (0, -1)) + q.DequeueEnqueue("y", (9, 9)) + q.Peek() + q.Remove("t4", out var removed, out var rank) + removed + rank + q.Count);
        while (q.TryDequeue(out var e, out var p)) Out.Line(e + p);
        var l = new LinkedList<int>([1, 2, 3]);
        var node = l.Find(2);
        l.AddBefore(node, 9);
        l.AddAfter(node, 8);
        l.Remove(node);
        l.AddFirst(node);
        Out.Line(string.Join(",", l) + l.First.Next.Value + l.Last.Previous.Value + (node.List == l) + l.FindLast(7));
        Out.Try("node", () => l.AddLast(node));
        var od = new OrderedDictionary<string, int> { ["b"] = 1, ["a"] = 2 };
        od.Insert(0, "z", 0);
        od.SetAt(1, 5);
        od.Remove("a");
        od.TryAdd("q", 3);
        Out.Line(string.Join(",", od) + od.IndexOf("q") + od.GetAt(0).Key);
        var b = new System.Collections.BitArray([true, false, true, true]);
        b.Not();
        b.LeftShift(1);
        Out.Line(string.Join("", b.Cast<bool>().Select(x => x ? 1 : 0)) + b.HasAnySet() + new System.Collections.BitArray([5]).Count);
        var items = Enumerable.Range(0, 40).Select(i => new Item(i * 17 % 7, "n" + i)).ToList();
        items.Sort((x, y) => x.Rank != y.Rank ? x.Rank.CompareTo(y.Rank) : string.CompareOrdinal(x.Name, y.Name));
        Out.Line(string.Join(" ", items.Take(9)) + items.BinarySearch(new Item(3, ""), Comparer<Item>.Create((x, y) => x.Rank.CompareTo(y.Rank))).CompareTo(-1));
        var stable = items.OrderByDescending(x => x.Rank % 3).ThenBy(x => x.Name.Length);
        Out.Line(string.Join("", stable.Select(x => x.Name)));
        var s = new SortedSet<string>(["pear", "fig", "apple"], Comparer<string>.Create((x, y) => x.Length != y.Length ? x.Length - y.Length : string.CompareOrdinal(x, y)));
        Out.Line(string.Join(",", s.Reverse()) + s.Min + s.GetViewBetween("fig", "pear").Count + s.Add("kiwi") + s.Add("fig") + s.IsSupersetOf(["fig"]));
        var d = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["B"] = 1, ["a"] = 2 };
        Out.Line(string.Join(",", d) + d.ContainsKey("A") + d.First().Key + new SortedList<int, string> { [5] = "e", [1] = "a" }.GetKeyAtIndex(0));
        ref var slot = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(new Dictionary<string, int>(), "k", out var exists);
        slot += 5;
        Out.Line(slot + " " + exists + System.Runtime.InteropServices.CollectionsMarshal.AsSpan(new List<int> { 1, 2 }).Length);
        var alt = new Dictionary<string, int> { ["key"] = 4 }.GetAlternateLookup<ReadOnlySpan<char>>();
        Out.Line(alt["a key b".AsSpan(2, 3)] + " " + alt.ContainsKey("no"));
    }
}
