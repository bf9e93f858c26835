namespace Library.Values;

public static class Guids
{
    public static void Run()
    {
        var g = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        foreach (var f in new[] { "N", "D", "B", "P", "X" }) Out.Line(g.ToString(f) + Guid.TryParseExact(g.ToString(f), f, out var x) + (x == g));
        Out.Line(Convert.ToHexString(g.ToByteArray()) + Convert.ToHexString(g.ToByteArray(true)) + new Guid(g.ToByteArray()).Equals(g) + g.CompareTo(Guid.Empty) + new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) + Guid.TryParse("zz", out _) + (g < Guid.AllBitsSet) + g.Version);
        Out.Line(Guid.NewGuid() != Guid.NewGuid());
        Out.Line(Guid.NewGuid().ToString()[14] + "" + Guid.CreateVersion7().Version);
        Out.Try("bad", () => Guid.Parse("xyz"));
    }
}
