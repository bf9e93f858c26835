using System.Text.RegularExpressions;

public static partial class RegularExpressions
{
    [GeneratedRegex(@"^(\w+)@(\w+)\.com$", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    public static void Run()
    {
        var m = Regex.Match("order 66 and 99", @"(\d+)\D+(\d+)");
        Out.Line(m.Success + m.Groups[1].Value + m.Groups[2].Value + m.Index);
        Out.Line(Regex.Replace("a1b22c333", @"\d+", x => "<" + x.Value.Length + ">") + Regex.IsMatch("Hello", "^h.*o$", RegexOptions.IgnoreCase));
        foreach (Match x in Regex.Matches("k1=v1;k2=v2", @"(?<key>\w+)=(?<value>\w+)")) Out.Line(x.Groups["key"].Value + "->" + x.Groups["value"].Value);
        Out.Line(string.Join("|", Regex.Split("a, b;c", @"[,;]\s*")) + Regex.Escape("a.b*c"));
        Out.Line(Mail().IsMatch("Bob@Example.com") + Mail().Match("x@y.com").Groups[2].Value);
        Out.Line(Regex.IsMatch("aaaaab", "^(a|aa)+b$") + " " + Regex.Match("foobar", "(?<=foo)bar").Value + Regex.Match("x12", @"[^\W\d]").Value);
    }
}
