using System.Text.RegularExpressions;

namespace Library.Expressions;

public static partial class SourceGenerated
{
    [GeneratedRegex(@"^(?<scheme>https?)://(?<host>[^/:]+)(?::(?<port>\d+))?(?<path>/[^?#]*)?", RegexOptions.IgnoreCase)] private static partial Regex Url();
    [GeneratedRegex(@"\b(\w+)\s+\1\b")] private static partial Regex Doubled { get; }
    [GeneratedRegex(@"(\d{1,3})(?:\.(\d{1,3})){3}")] private static partial Regex Ip();
    [GeneratedRegex("needle|pin|straw")] private static partial Regex Words();

    public static void Run()
    {
        foreach (var u in new[] { "HTTPS://Example.com:8443/a/b?q", "http://h", "ftp://x" })
        {
            var m = Url().Match(u);
            Out.Line(m.Success + m.Groups["scheme"].Value + m.Groups["host"].Value + m.Groups["port"].Value + m.Groups["path"].Value);
        }

        Out.Line(Doubled.Replace("the the cat sat sat down", "<$1>") + Ip().Match("at 10.0.255.1!").Groups[2].Captures.Count + Words().Count("hay pin needle pin"));
        foreach (var e in Words().EnumerateMatches("strawpin")) Out.Line(e.Index + e.Length);
        Out.Line(string.Join("|", Words().Split("a needle b pin c")));
    }
}
