namespace Library.Values;

public static class Versions
{
    public static void Run()
    {
        var v = new Version(1, 2, 3, 4);
        Out.Line(v + " " + v.ToString(2) + Version.Parse("1.10") + (Version.Parse("1.10") > new Version(1, 9)) + v.Equals(new Version("1.2.3.4")) + v.CompareTo(null) + Version.TryParse("1", out _) + new Version("2.0").Build + v.Major);
        Out.Try("bad", () => Version.Parse("a.b"));
        Out.Try("neg", () => new Version(-1, 0));
    }
}
