namespace Library.Text;

public static class StringSearch
{
    public static void Run()
    {
        const string S = "The quick brown fox jumps over the lazy dog. THE END";
        Out.Line(S.IndexOf("the", StringComparison.Ordinal) + " " + S.IndexOf("the", StringComparison.OrdinalIgnoreCase) + S.LastIndexOf("THE") + S.LastIndexOf("the", StringComparison.OrdinalIgnoreCase) + S.IndexOf('q') + S.IndexOf('z', 40) + S.IndexOf("o", 13, 10) + S.LastIndexOf('o') + S.IndexOfAny(['x', 'z']) + S.LastIndexOfAny("xz".ToCharArray()));
        Out.Line(S.Contains("fox") + " " + S.Contains("FOX", StringComparison.OrdinalIgnoreCase) + S.StartsWith("The") + S.StartsWith('T') + S.EndsWith("end", StringComparison.OrdinalIgnoreCase) + S.EndsWith('D') + S.Contains('Q'));
        Out.Line("".IndexOf("") + " " + "abc".IndexOf("") + "abc".LastIndexOf("") + "aaa".IndexOf("aa", 1) + "abc".IndexOf("abcd") + "éa".IndexOf("a", StringComparison.InvariantCulture) + "ab\0c".IndexOf('\0'));
        Out.Try("range", () => "abc".IndexOf('a', 4));
        Out.Line("İi".IndexOf("I", StringComparison.OrdinalIgnoreCase) + " " + "straße".Contains("SS", StringComparison.OrdinalIgnoreCase) + "ÀÉ".Equals("àé", StringComparison.OrdinalIgnoreCase));
        var many = new string('a', 1000) + "b" + new string('a', 1000);
        Out.Line(many.IndexOf("ab", StringComparison.Ordinal) + many.LastIndexOf("ba", StringComparison.Ordinal) + many.Count(c => c == 'b') + many.AsSpan().IndexOf("baaa"));
    }
}
