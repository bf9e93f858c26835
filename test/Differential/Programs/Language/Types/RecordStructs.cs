namespace Language.Types;

public static class RecordStructs
{
    private readonly record struct Point(int X, int Y) { public static Point operator -(Point p) => new(-p.X, -p.Y); }
    private record struct Mutable(string A) { public int B = 5; }
    private readonly record struct Pair<T, U>(T First, U Second) where T : IComparable<T>;

    public static void Run()
    {
        var p = new Point(1, 2);
        Out.Line(p + " " + -p + (p with { X = 9 }) + (p == new Point(1, 2)) + p.Equals(null) + default(Point));
        var m = new Mutable("a");
        m.A += "b";
        m.B++;
        var n = m;
        n.A = "c";
        Out.Line(m + " " + n + (m != n));
        Out.Line(new Pair<string, Point?>("k", null) + " " + new Pair<int, Point?>(1, p));
        var (x, y) = p;
        Out.Line(x + y);
        var d = new Dictionary<Point, string> { [p] = "found" };
        Out.Line(d[new Point(1, 2)]);
    }
}
