namespace Library.Numerics;

public static class SeededRandom
{
    private sealed class Fixed(int n) : Random { protected override double Sample() => 0.25; public override int Next() => n; }

    public static void Run()
    {
        foreach (var seed in new[] { 0, 1, -5, int.MinValue, 123456 })
        {
            var r = new Random(seed);
            var b = new byte[6];
            r.NextBytes(b);
            Out.Line(r.Next() + " " + r.Next(100) + " " + r.Next(-50, 50) + " " + r.NextDouble() + " " + r.NextInt64() + " " + r.NextInt64(1000) + " " + r.NextSingle() + Convert.ToHexString(b) + r.Next(int.MinValue, int.MaxValue));
            int[] a = [1, 2, 3, 4, 5, 6];
            r.Shuffle(a);
            Out.Line(string.Join(",", a) + string.Join(",", r.GetItems(["x", "y", "z"], 5)) + r.GetString("01", 8) + r.GetHexString(6));
        }

        var f = new Fixed(9);
        Out.Line(f.Next() + " " + f.Next(8) + f.Next(4, 8) + f.NextDouble());
        Out.Try("range", () => new Random(1).Next(5, 4));
        Out.Try("negative", () => new Random(1).Next(-1));
        Out.Line(Random.Shared.Next(5, 6) + Random.Shared.Next(1));
    }
}
