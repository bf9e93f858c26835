namespace Library.Collections;

public static class QueuesAndStacks
{
    public static void Run()
    {
        var q = new Queue<int>([1, 2, 3]);
        for (var i = 0; i < 20; i++) { q.Enqueue(i + 10); if (i % 2 == 0) q.Dequeue(); }
        Out.Line(string.Join(",", q) + q.Peek() + q.Count + q.Contains(20) + q.TryDequeue(out var x) + x);
        var s = new Stack<string>(["a", "b"]);
        s.Push("c");
        Out.Line(s.Pop() + s.Peek() + string.Join("", s) + s.TryPop(out var y) + y + s.TryPeek(out _) + s.Pop() + s.TryPop(out _));
        var p = new PriorityQueue<string, int>();
        foreach (var (w, n) in new[] { ("low", 5), ("high", 1), ("mid", 3), ("later", 9), ("now", 0) }) p.Enqueue(w, n);
        Out.Line(p.Peek() + p.EnqueueDequeue("x", 2) + p.Count + p.DequeueEnqueue("y", 4));
        var order = "";
        while (p.TryDequeue(out var e, out var prio)) order += e + prio + " ";
        Out.Line(order);
        var m = new PriorityQueue<int, double>(Comparer<double>.Create((a, b) => b.CompareTo(a)));
        m.EnqueueRange(Enumerable.Range(0, 50).Select(i => (i, i * 7 % 50 / 2.0 + i / 1000.0)));
        Out.Line(string.Join(",", Enumerable.Range(0, 10).Select(_ => m.Dequeue())) + m.UnorderedItems.Count);
        Out.Try("empty", () => new PriorityQueue<int, int>().Dequeue());
        var l = new LinkedList<int>([2, 3]);
        l.AddFirst(1);
        var node = l.AddLast(5);
        l.AddBefore(node, 4);
        l.Remove(2);
        Out.Line(string.Join(",", l) + l.First.Value + l.Last.Previous.Value + l.Find(3).Next.Value + l.Contains(9));
        l.RemoveFirst();
        l.RemoveLast();
        for (var n = l.First; n != null; n = n.Next) n.Value *= 2;
        Out.Line(string.Join(",", l) + l.Count);
    }
}
