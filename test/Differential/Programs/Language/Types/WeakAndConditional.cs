using System.Runtime.CompilerServices;

namespace Language.Types;

public static class WeakAndConditional
{
    private sealed class Key(int n) { public int N => n; public override bool Equals(object o) => true; public override int GetHashCode() => 1; }

    public static void Run()
    {
        var table = new ConditionalWeakTable<Key, string>();
        Key a = new(1), b = new(2);
        table.Add(a, "one");
        table.AddOrUpdate(b, "two");
        table.AddOrUpdate(b, "zwei");
        Out.Line(table.TryGetValue(a, out var x) + x + table.GetValue(b, k => "never") + table.GetValue(new Key(3), k => "made " + k.N) + table.GetOrCreateValue2());
        Out.Line(table.Remove(a) + " " + table.TryGetValue(a, out _) + table.Remove(a) + table.TryAdd(a, "again"));
        Out.Try("twice", () => table.Add(b, "x"));
        var w = new WeakReference<Key>(a);
        Out.Line(w.TryGetTarget(out var t) + " " + (t == a));
        w.SetTarget(b);
        Out.Line(w.TryGetTarget(out t) ? t.N : 0);
        var u = new WeakReference(null);
        Out.Line(u.IsAlive + " " + (u.Target is null));
        Lazy<int> lazy = new(() => { Out.Line("computing"); return 5; });
        Out.Line(lazy.IsValueCreated + " " + lazy.Value + lazy.Value + lazy.IsValueCreated);
        var n = 0;
        Lazy<int> failing = new(() => { n++; throw new InvalidOperationException("lazy " + n); });
        Out.Try("fails", () => Out.Line(failing.Value));
        Out.Try("fails again", () => Out.Line(failing.Value));
        Lazy<int> retry = new(() => ++n < 3 ? throw new FormatException("n" + n) : n, LazyThreadSafetyMode.PublicationOnly);
        Out.Try("retry", () => Out.Line(retry.Value));
        Out.Try("retry again", () => Out.Line(retry.Value));
        Out.Line(new Lazy<List<int>>().Value.Count + new Lazy<string>("v").Value);
        GC.KeepAlive(a);
    }

    private static string GetOrCreateValue2(this ConditionalWeakTable<Key, string> t) => t.GetValue(new Key(4), _ => "four");
}
