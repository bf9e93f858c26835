namespace Language.Memory;

public static class RefFields
{
    private ref struct Window<T>(Span<T> all)
    {
        private readonly Span<T> _all = all;
        private ref T _current = ref all[0];
        private int _index;
        public readonly ref T Current => ref _current;
        public bool Next()
        {
            if (++_index >= _all.Length) return false;
            _current = ref _all[_index];
            return true;
        }
    }

    private ref struct Pair
    {
        public ref int A;
        public ref readonly int B;
        public readonly int Sum() => A + B;
    }

    private static ref int Larger(ref int a, ref int b) => ref a > b ? ref a : ref b;
    private static void Set(scoped ref Pair p, int v) => p.A = v;

    private interface ICounter { int Next(); }
    private ref struct Counter(ref int n) : ICounter { private ref int _n = ref n; public int Next() => ++_n; }
    private static int Twice<T>(T c) where T : ICounter, allows ref struct => c.Next() + c.Next();

    public static void Run()
    {
        int[] data = [1, 2, 3, 4];
        var w = new Window<int>(data);
        do w.Current *= 10; while (w.Next());
        Out.Line(string.Join(",", data));
        int x = 3, y = 4;
        var p = new Pair { A = ref x, B = ref y };
        Set(ref p, 7);
        y = 100;
        Out.Line(p.Sum() + " " + x);
        p.A = ref data[2];
        p.A++;
        Out.Line(p.A + " " + data[2] + " " + x);
        Larger(ref x, ref y) = -1;
        Out.Line(x + " " + y);
        Out.Line(Twice(new Counter(ref x)) + " " + x);
        ref var nothing = ref System.Runtime.CompilerServices.Unsafe.NullRef<int>();
        Out.Line(System.Runtime.CompilerServices.Unsafe.IsNullRef(ref nothing));
        var s = new Window<string>(new[] { "a", "b" });
        s.Current += "!";
        Out.Line(s.Current + s.Next() + s.Current + s.Next());
    }
}
