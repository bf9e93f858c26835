namespace Language.Types;

public static class Tuples
{
    private static (int Min, int Max, double Mean) Stats(params int[] v) => (v.Min(), v.Max(), v.Average());

    public static void Run()
    {
        var s = Stats(3, 1, 8);
        Out.Line(s + " " + s.Min + s.Max + s.Mean + s.Item1);
        var (a, _, c) = s;
        Out.Line(a + c);
        (int x, string y) = (1, "one");
        (x, y) = (x + 1, y + "!");
        Out.Line(x + y);
        int p = 1, q = 2;
        (p, q) = (q, p);
        Out.Line(p + " " + q);
        Out.Line(((1, "a") == (1, "a")) + " " + ((1, 2) != (1, 3)) + (1, 2).Equals((1, 2)) + (1, 2).CompareTo((1, 3)) + ((1, (2, 3)) == (1, (2, 3))));
        var big = (1, 2, 3, 4, 5, 6, 7, 8, 9, "ten");
        Out.Line(big + " " + big.Item10 + big.Item8);
        var d = new Dictionary<(string, int), double> { [("k", 1)] = 2.5 };
        Out.Line(d[("k", 1)] + " " + d.ContainsKey(("k", 2)));
        var t = Tuple.Create(1, "b", 2.0);
        Out.Line(t + t.Item2 + t.Equals(Tuple.Create(1, "b", 2.0)) + (t.GetHashCode() == Tuple.Create(1, "b", 2.0).GetHashCode()));
        Out.Line(((IComparable)(2, 1)).CompareTo((1, 9)) + default((int, string)).ToString());
        Out.Line(string.Join(";", new[] { (3, 'c'), (1, 'z'), (1, 'a') }.Order()));
        System.Runtime.CompilerServices.ITuple it = (1, "x", 3.5);
        Out.Line(it.Length + " " + it[1] + it[2]);
    }
}
