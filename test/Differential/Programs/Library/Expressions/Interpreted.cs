using System.Text.RegularExpressions;

namespace Library.Expressions;

public static class Interpreted
{
    public static void Run()
    {
        var m = Regex.Match("John Smith <john@x.org>, age 42", @"(?<first>\w+)\s+(?<last>\w+)\s+<(?<mail>[^@]+@[\w.]+)>");
        Out.Line(m.Success + m.Groups["first"].Value + m.Groups["mail"].Value + m.Groups[2].Index + m.Length);
        Out.Line(string.Join("|", Regex.Matches("a1b22c333", @"\d+").Select(x => x.Value + "@" + x.Index)));
        Out.Line(Regex.Replace("2024-01-15", @"(\d+)-(\d+)-(\d+)", "$3/$2/$1") + Regex.Replace("aAbB", "[a-z]", x => x.Value.ToUpperInvariant() + ".") + Regex.Replace("x  y", @"\s+", " ", RegexOptions.None));
        Out.Line(string.Join("|", Regex.Split("a, b;c", @"[,;]\s*")) + Regex.IsMatch("HELLO", "hello", RegexOptions.IgnoreCase) + Regex.IsMatch("a\nb", "^b$", RegexOptions.Multiline) + Regex.IsMatch("a\nb", "a.b", RegexOptions.Singleline) + Regex.Escape("a.b*c") + Regex.Unescape(@"a\.b"));
        Out.Line(Regex.Match("aaa", "a{2,}?").Value + Regex.Match("foobar", "foo(?=bar)").Value + Regex.IsMatch("foobaz", "foo(?!bar)") + Regex.Match("xbar", "(?<=x)bar").Value + Regex.Match("abcabc", @"(abc)\1").Success + Regex.Match("((a)(b))", @"\((?:[^()]|(?<o>\()|(?<-o>\)))*\)").Value + Regex.Match("aaab", "(?>a+)b").Success);
        var r = new Regex(@"(?x) (\p{Lu}) (\p{Ll}+) # word");
        Out.Line(string.Join(",", r.Matches("Hello World éa Éa").Select(x => x.Groups[2].Value)) + r.GetGroupNumbers().Length + r.Count("Ab Cd"));
        Out.Line(string.Join(",", new Regex("(a)|(b)").Match("b").Groups.Cast<Group>().Select(g => g.Success)) + Regex.Match("abc", "b", RegexOptions.RightToLeft).Index + Regex.Match("key=val", @"^(?<k>[^=]+)=(?<v>.*)$").Result("${v}:${k}"));
        Out.Try("bad", () => new Regex("(a"));
        foreach (var e in Regex.EnumerateMatches("x1y2", "[0-9]")) Out.Line(e.Index);
        Out.Line(new Regex(@"^([a-z0-9]+(?:[.-][a-z0-9]+)*)@([a-z0-9-]+\.)+[a-z]{2,}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).IsMatch("first.last@sub.example.com"));
        Out.Line(new Regex("a.*c", RegexOptions.NonBacktracking).Match("xabcabcx").Value);
    }
}
