public static class RandomNumbers
{
    public static void Run()
    {
        var r = new Random(42);
        Out.Line(r.Next() + " " + r.Next(100) + " " + r.Next(5, 10) + " " + r.NextDouble() + " " + r.NextInt64());
        var bytes = new byte[8];
        r.NextBytes(bytes);
        Out.Line(Convert.ToHexString(bytes));
        int[] a = [1, 2, 3, 4, 5];
        r.Shuffle(a);
        Out.Line(string.Join(",", a));
        Out.Line(new Random().Next(10) < 10);
        Out.Line(Guid.NewGuid() != Guid.NewGuid());
    }
}
