public static class ObjectMembers
{
    private sealed class Plain { }

    private sealed class WithToString { public override string ToString() => "custom"; }

    private class Eq(int v)
    {
        public int V = v;
        public override bool Equals(object o) => o is Eq e && e.V == V;
        public override int GetHashCode() => V;
        public Eq Copy() => (Eq)MemberwiseClone();
    }

    private struct Val { public int A; }

    public static void Run()
    {
        object[] items = [new Plain(), new WithToString(), new Val(), 5, "s", 'c', 1.5, new int[2], new List<string>(), new Dictionary<int, string[]>(), DayOfWeek.Friday, (1, 2)];
        foreach (var i in items) Out.Line(i.ToString() + "|" + i.GetType().Name + "|" + i.GetType().Namespace);
        var a = new Plain();
        var b = new Plain();
        Out.Line(a.Equals(b) + " " + a.Equals(a) + (a.GetHashCode() == a.GetHashCode()) + ReferenceEquals(a, b) + Equals(null, a));
        Out.Line(new Eq(4).Equals(new Eq(4)) + " " + new HashSet<Eq> { new(1), new(1), new(2) }.Count);
        var e = new Eq(9);
        var c = e.Copy();
        c.V = 10;
        Out.Line(e.V + c.V);
        Out.Line(typeof(int).Name + typeof(string).FullName + typeof(int[]).Name + typeof(Val).IsValueType + typeof(Plain).IsClass + typeof(IDisposable).IsInterface);
        Out.Line((typeof(int) == 5.GetType()) + " " + (typeof(Plain) == a.GetType()) + typeof(DayOfWeek).IsEnum + typeof(List<int>).IsGenericType);
        var set = new HashSet<object> { a, b, a };
        Out.Line(set.Count + (set.Contains(b) ? 1 : 0));
        var weak = new Dictionary<object, int>(ReferenceEqualityComparer.Instance) { [a] = 1, [b] = 2 };
        Out.Line(weak[b]);
        lock (a) { Out.Line("locked"); }
        using (new Disposable()) { Out.Line("in using"); }
        var lazy = new Lazy<int>(() => { Out.Line("once"); return 42; });
        Out.Line(lazy.Value + lazy.Value);
        Out.Line(object.ReferenceEquals("lit", "lit"));
    }

    private sealed class Disposable : IDisposable { public void Dispose() => Out.Line("disposed"); }
}
