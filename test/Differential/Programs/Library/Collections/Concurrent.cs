using System.Collections.Concurrent;

namespace Library.Collections;

public static class Concurrent
{
    public static void Run()
    {
        var d = new ConcurrentDictionary<string, int>();
        Out.Line(d.GetOrAdd("a", 1) + d.GetOrAdd("a", _ => 9) + " " + d.AddOrUpdate("a", 5, (k, v) => v + 10) + d.TryAdd("b", 2) + d.TryUpdate("b", 3, 2) + d.TryRemove("a", out var r) + r + d.Count);
        foreach (var p in d) Out.Line(p.Key + p.Value);
        var q = new ConcurrentQueue<int>([1, 2]);
        for (var i = 0; i < 100; i++) q.Enqueue(i);
        Out.Line(q.TryDequeue(out var x) + " " + x + q.TryPeek(out x) + x + q.Count + q.Sum());
        var s = new ConcurrentStack<string>();
        s.Push("a");
        s.PushRange(["b", "c"]);
        Out.Line(s.TryPop(out var t) + t + s.Count + string.Join("", s));
    }
}
