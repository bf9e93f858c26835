namespace Language.Types;

public static class FieldKeyword
{
    private class Model
    {
        public string Name { get => field ?? "none"; set => field = value?.Trim(); }
        public int Count { get; set { if (value < 0) throw new ArgumentOutOfRangeException(nameof(value)); Out.Line(field + "->" + value); field = value; } } = 5;
        public List<int> Lazy => field ??= Make();
        public static int Total { get => ++field; } = 10;
        public required string Must { get; init => field = value + "!"; }
        private List<int> Make() { Out.Line("made"); return [1, 2]; }
    }

    private struct Cell { public int V { get => field; set => field = value * 2; } }
    private partial class Parts { public partial int P { get; set; } public partial event Action E; public partial Parts(int p); }
    private partial class Parts { private Action _e; public partial int P { get => field + 1; set => field = value; } public partial event Action E { add { _e += value; } remove { _e -= value; } } public partial Parts(int p) => P = p; public void Fire() => _e?.Invoke(); }

    public static void Run()
    {
        var m = new Model { Must = "yes", Name = "  a " };
        Out.Line(m.Name + m.Must + m.Count);
        m.Name = null;
        m.Count = 9;
        m.Count += 2;
        Out.Line(m.Name + m.Lazy.Count + m.Lazy[1]);
        Out.Try("negative", () => m.Count = -1);
        var before = Model.Total;
        Out.Line(Model.Total - before);
        var c = new Cell { V = 4 };
        c.V += 1;
        Out.Line(c.V);
        var p = new Parts(3);
        p.E += () => Out.Line("fired");
        p.Fire();
        Out.Line(p.P);
        m?.Name = "set";
        Model none = null;
        none?.Count = Never();
        Out.Line(m.Name);
        Out.Line(nameof(List<>) + nameof(Dictionary<,>.Keys));
    }

    private static int Never() { Out.Line("never"); return 1; }
}
