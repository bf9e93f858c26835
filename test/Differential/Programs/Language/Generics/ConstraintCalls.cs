namespace Language.Generics;

public static class ConstraintCalls
{
    private struct Counter : IDisposable, IComparable<Counter>, IEquatable<Counter>
    {
        public int N;
        public void Dispose() => N += 100;
        public int CompareTo(Counter o) => N - o.N;
        public bool Equals(Counter o) => N == o.N;
        public override int GetHashCode() => N;
        public override bool Equals(object o) => o is Counter c && Equals(c);
        public override string ToString() => "#" + N++;
    }

    private static void Use<T>(ref T x) where T : IDisposable { x.Dispose(); using (x) { } }
    private static string Texts<T>(ref T x) => x.ToString() + x.ToString() + x.GetHashCode();
    private static T New<T>() where T : new() => new();
    private static bool Same<T>(T a, T b) where T : IEquatable<T> => a.Equals(b) && a.Equals((object)b);
    private static T Max<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) >= 0 ? a : b;
    private static string Kind<T>(T x) => x switch { null => "null", int => "int", string s => "string" + s.Length, Counter { N: > 3 } => "big", ValueType => "value", _ => "other" };
    private static T? Maybe<T>(bool b, T x) where T : struct => b ? x : null;
    private static unsafe int Size<T>() where T : unmanaged => sizeof(T);
    private static E Flag<E>(E a, E b) where E : struct, Enum => a.HasFlag(b) ? a : b;
    private static D Both<D>(D a, D b) where D : Delegate => (D)Delegate.Combine(a, b);

    public static void Run()
    {
        var c = new Counter();
        Use(ref c);
        Out.Line(c.N + Texts(ref c) + c.N);
        Out.Line(New<Counter>().N + New<List<int>>().Count);
        Out.Line(Same(c, c) + " " + Same("a", "b") + Max(3, 9) + Max("x", "abc") + Max(c, new Counter { N = 5 }).N);
        Out.Line(Kind<object>(null) + Kind(5) + Kind("abc") + Kind(c) + Kind(new Counter()) + Kind(2.0) + Kind(new object()));
        Out.Line(Maybe(true, 5) + " " + Maybe(false, 5).HasValue + Size<long>() + Size<(byte, int)>() + Size<DayOfWeek>());
        Out.Line(Flag(AttributeTargets.All, AttributeTargets.Enum).ToString() + Flag(AttributeTargets.Class, AttributeTargets.Enum));
        Both<Action>(() => Out.Line("one"), () => Out.Line("two"))();
    }
}
