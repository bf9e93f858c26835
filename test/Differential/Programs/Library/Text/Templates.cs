using System.Text;

namespace Library.Text;

public static class Templates
{
    private static string Render(string t, IReadOnlyDictionary<string, object> v)
    {
        var b = new StringBuilder();
        ReadOnlySpan<char> rest = t;
        while (true)
        {
            var open = rest.IndexOf("{{");
            if (open < 0) return b.Append(rest).ToString();
            b.Append(rest[..open]);
            rest = rest[(open + 2)..];
            var close = rest.IndexOf("}}");
            if (close < 0) throw new FormatException("unclosed at " + b.Length);
            var name = rest[..close].Trim().ToString();
            b.Append(v.TryGetValue(name, out var x) ? x : "?" + name);
            rest = rest[(close + 2)..];
        }
    }

    public static void Run()
    {
        var v = new Dictionary<string, object> { ["name"] = "World", ["n"] = 3, ["d"] = 1.25m };
        Out.Line(Render("Hello {{ name }}! {{n}} x {{d}} {{missing}}.", v));
        Out.Try("bad", () => Render("a {{b", v));
    }
}
