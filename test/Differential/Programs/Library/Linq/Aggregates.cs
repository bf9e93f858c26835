namespace Library.Linq;

public static class Aggregates
{
    public static void Run()
    {
        int[] n = [3, 1, 4, 1, 5];
        double[] d = [1.5, 2.5, double.NaN];
        int?[] o = [1, null, 3];
        Out.Line(n.Sum() + " " + n.Average() + n.Min() + n.Max() + n.Aggregate((a, b) => a * 10 + b) + n.Aggregate(100, (a, b) => a - b) + n.Aggregate("", (s, x) => s + x, s => s.Length));
        Out.Line(d.Sum() + " " + d.Min() + d.Max() + d.Take(2).Average() + o.Sum() + o.Average() + o.Max() + new int?[] { null }.Min() + new decimal[] { 1.1m, 2.2m }.Sum() + new[] { 1.5f, 2f }.Average());
        Out.Line(new[] { "pear", "fig" }.Max(x => x.Length) + new[] { "b", "a" }.Min() + new[] { "b", "a" }.Max(StringComparer.Ordinal) + new long[] { long.MaxValue - 1, 1 }.Sum());
        Out.Try("overflow", () => new[] { int.MaxValue, 1 }.Sum());
        Out.Try("empty", () => new int[0].Average());
        Out.Try("max", () => new int[0].Max());
        Out.Line(new[] { 1, 2 }.SequenceEqual([1, 2]) + " " + new int?[0].Sum() + n.Select(x => (byte)x).Max() + Enumerable.Range(1, 1000).Sum() + Enumerable.Range(1, 1000).Select(x => (long)x * x).Sum());
    }
}
