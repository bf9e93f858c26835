namespace Language.Delegates;

public static class Events
{
    private class Args(int n) : EventArgs { public int N => n; public bool Handled { get; set; } }
    private class Source
    {
        public event EventHandler<Args> Changed;
        public static event Action<string> Logged = s => Out.Line("log " + s);
        private readonly Dictionary<string, Action> _map = [];
        public event Action Custom { add { _map["c"] = _map.GetValueOrDefault("c") + value; Out.Line("added"); } remove => _map["c"] -= value; }
        public void Raise(int n) { var a = new Args(n); Changed?.Invoke(this, a); Logged(n + " " + a.Handled); if (_map.TryGetValue("c", out var x)) x?.Invoke(); }
    }

    private class Derived { public virtual event Action E; public void Go() => E?.Invoke(); }

    public static void Run()
    {
        var s = new Source();
        s.Raise(1);
        EventHandler<Args> h = (o, a) => { Out.Line((o == s) + " " + a.N); a.Handled = a.N > 2; };
        s.Changed += h;
        s.Changed += h;
        s.Raise(2);
        s.Changed -= h;
        Action c = () => Out.Line("custom");
        s.Custom += c;
        s.Custom += c;
        s.Raise(3);
        s.Custom -= c;
        s.Raise(4);
        var d = new Derived();
        d.Go();
        d.E += () => Out.Line("virtual event");
        d.Go();
    }
}
