namespace Language.Generics;

public static class RecursiveConstraints
{
    private abstract class Builder<TSelf> where TSelf : Builder<TSelf>
    {
        protected readonly List<string> Parts = [];
        public TSelf Add(string p) { Parts.Add(p); return (TSelf)this; }
        public override string ToString() => GetType().Name + ":" + string.Join("+", Parts);
    }

    private sealed class Fancy : Builder<Fancy> { public Fancy Star() => Add("*"); }
    private sealed class Plain : Builder<Plain>;

    private interface IShape<T> where T : IShape<T>, IComparable<T> { static T Max(T a, T b) => a.CompareTo(b) > 0 ? a : b; }
    private readonly struct Len(int n) : IShape<Len>, IComparable<Len>
    {
        public int CompareTo(Len other) => n.CompareTo(other.N);
        public int N => n;
    }

    public static void Run()
    {
        Out.Line(new Fancy().Add("a").Star().Add("b"));
        Out.Line(new Plain().Add("x").Add("y"));
        Out.Line(IShape<Len>.Max(new Len(3), new Len(8)).N);
    }
}
