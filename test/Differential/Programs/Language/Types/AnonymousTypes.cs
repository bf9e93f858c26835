namespace Language.Types;

public static class AnonymousTypes
{
    public static void Run()
    {
        var a = new { Name = "a", N = 1 };
        var b = new { Name = "a", N = 1 };
        Out.Line(a + " " + a.Equals(b) + (a == b) + (a.GetHashCode() == b.GetHashCode()) + (a.GetType() == b.GetType()));
        var c = a with { N = 5 };
        Out.Line(c);
        var list = new[] { new { K = 2, V = "x" }, new { K = 1, V = "y" } }.OrderBy(o => o.K).Select(o => new { o.V, Twice = o.K * 2 });
        Out.Line(string.Join(" ", list));
        Out.Line(new { Nothing = (string)null, Inner = new { Z = 1.5 } });
    }
}
