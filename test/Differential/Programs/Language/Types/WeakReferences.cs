using System.Runtime.CompilerServices;

namespace Language.Types;

public static class WeakReferences
{
    private static readonly object Kept = new();
    private static readonly WeakReference<object> ToKept = new(Kept);
    private static readonly ConditionalWeakTable<object, string> Table = [];

    public static void Run()
    {
        Out.Line(ToKept.TryGetTarget(out var t) + " " + ReferenceEquals(t, Kept));
        var w = new WeakReference("a literal");
        Out.Line(w.IsAlive + " " + w.Target + w.TrackResurrection);
        w.Target = Kept;
        Out.Line(w.Target == Kept);
        w.Target = null;
        Out.Line(w.IsAlive);
        var g = new WeakReference<string>("x");
        g.SetTarget("y");
        Out.Line(g.TryGetTarget(out var y) + y);
        Out.Line(Table.TryGetValue(Kept, out var v) + v);
        Table.AddOrUpdate(Kept, "attached");
        Out.Line(Table.TryGetValue(Kept, out v) + v + Table.GetValue(Kept, _ => "made"));
        var other = new object();
        Out.Line(Table.GetValue(other, o => "made " + (o == other)) + Table.Remove(other) + Table.Remove(other));
        Out.Try("add", () => Table.Add(Kept, "again"));
        Table.Remove(Kept);
    }
}
