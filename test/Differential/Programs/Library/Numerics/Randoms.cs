namespace Library.Numerics;

public static class Randoms
{
    public static void Run()
    {
        var r = new Random(42);
        Out.Line(string.Join(",", Enumerable.Range(0, 10).Select(_ => r.Next(100))) + r.NextDouble() + r.Next() + r.NextInt64() + r.NextSingle() + r.Next(-5, 5) + r.NextInt64(10, 1L << 40));
        var b = new byte[8];
        r.NextBytes(b);
        Out.Line(Convert.ToHexString(b));
        var a = Enumerable.Range(0, 10).ToArray();
        r.Shuffle(a);
        Out.Line(string.Join(",", a) + string.Join(",", r.GetItems(["a", "b", "c"], 5)) + r.GetHexString(6).Length + r.GetString("xyz", 4));
        var s = new Random();
        Out.Line(s.Next(5) < 5 && Random.Shared.NextDouble() < 1 && new Random(1).Next() == new Random(1).Next());
        Out.Try("range", () => r.Next(5, 1));
    }
}
