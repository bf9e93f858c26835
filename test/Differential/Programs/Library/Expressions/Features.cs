using System.Text.RegularExpressions;

namespace Library.Expressions;

public static class Features
{
    public static void Run()
    {
        Out.Line(Regex.Replace("2024-02-29 and 1999-12-31", @"(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)", "${d}.$2.$1[$&]"));
        Out.Line(Regex.Replace("a1b22", @"\d+", m => (int.Parse(m.Value) * 2).ToString()));
        foreach (Match m in Regex.Matches("<a><b>x</b></a>", @"<(\w)>(?=<|x)")) Out.Line(m.Index + m.Value + m.Groups[1].Value + m.Groups.Count);
        Out.Line(string.Join("|", Regex.Split("a1b2c", @"(\d)")) + string.Join("|", new Regex(",").Split("a,b,c,d", 2)));
        Out.Line(Regex.IsMatch("((a)(b(c)))", @"^(?:[^()]|(?<o>\()|(?<-o>\)))*(?(o)(?!))$") + " " + Regex.IsMatch("((a)", @"^(?:[^()]|(?<o>\()|(?<-o>\)))*(?(o)(?!))$"));
        Out.Line(Regex.Match("aaab", "a+?b").Value + Regex.Match("aaab", "(?>a+)b").Value + Regex.Match("aaa", "(?>a+)a").Success + Regex.Match("foobar", "(?<=foo)bar").Index + Regex.Match("foobar", "(?<!foo)bar").Success);
        Out.Line("" + Regex.Match("ABC\nabc", "^abc$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Index + Regex.Matches("ABC\nabc", "^abc$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Count + Regex.Match("a\nb", "a.b", RegexOptions.Singleline).Length + Regex.Match("abc", "a b c # note", RegexOptions.IgnorePatternWhitespace).Success);
        Out.Line(Regex.Match("abcabc", @"(abc)\1").Success + " " + Regex.Match("word Übung x9_", @"\b\p{Lu}\w+").Value + Regex.Match("a-b", @"[\w-[b]]-").Value + Regex.Escape("a.b*c") + Regex.Unescape(@"a\.b\t") + Regex.Match("x", "(y)?").Groups[1].Success);
        foreach (var v in Regex.EnumerateMatches("one two  three", @"\w+")) Out.Line(v.Index + ":" + v.Length);
        var r = new Regex(@"(?<first>\w)(?<rest>\w*)", RegexOptions.RightToLeft);
        var x = r.Match("hello world");
        Out.Line(x.Value + x.Groups["rest"].Value + string.Join(",", r.GetGroupNames()) + x.NextMatch().Value + r.Options + r);
        var caps = Regex.Match("a1a2a3", @"(?:a(\d))+").Groups[1].Captures;
        Out.Line(caps.Count + string.Join("", caps.Select(c => c.Value)));
        Out.Line(new Regex("(a+)+$", RegexOptions.NonBacktracking).IsMatch(new string('a', 200) + "b") + " " + Regex.Count("abababa", "aba") + Regex.Match("aXbxc", "(?i)x(?-i)b").Value);
        Out.Try("bad", () => new Regex("(a"));
        Out.Try("bad range", () => new Regex("[z-a]"));
        Out.Try("timeout", () => new Regex("a", RegexOptions.None, TimeSpan.FromSeconds(5)).IsMatch("a"));
    }
}
