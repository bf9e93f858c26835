namespace Library.Text;

public static class StringEditing
{
    public static void Run()
    {
        Out.Line("[" + "  trim \t".Trim() + "][" + "xxaxx".Trim('x') + "][" + "  l".TrimStart() + "][" + "abcba".TrimEnd('a', 'b') + "]" + "a".PadLeft(4) + "|" + "b".PadRight(4, '.') + "|");
        Out.Line("a-b-c".Replace("-", "+") + "aXbx".Replace("x", "", StringComparison.OrdinalIgnoreCase) + "abc".Replace('b', 'B') + "hello".Insert(2, "__") + "hello".Remove(1, 3) + "hello".Remove(3) + "hello".Substring(1, 3) + "line\r\nbreak\n".ReplaceLineEndings("|"));
        Out.Line("MiXed".ToUpperInvariant() + "MiXed".ToLowerInvariant() + "éàß".ToUpperInvariant() + "ÀÇ".ToLower() + new string("abc".Reverse().ToArray()) + new string('z', 3));
        Out.Line(string.Join(", ", ["a", "b"]) + string.Join('-', 1, 2, 3) + string.Join("", new List<char> { 'x', 'y' }) + string.Concat("a", 1, null, 'c', 2.5) + string.Concat(new[] { "p", "q" }) + string.Join(",", "abcd".ToCharArray(), 1, 2).Length);
        Out.Line("a,b,,c,".Split(',').Length + " " + string.Join("|", "a, b ,,c".Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + string.Join("|", "a1b2c".Split('1', '2')) + string.Join("|", "a--b--c".Split("--", 2)) + string.Join("|", "one two\tthree".Split()) + "x".Split("").Length + string.Join("|", "a<>b[]c".Split(["<>", "[]"], StringSplitOptions.None)));
        Out.Line(string.IsNullOrEmpty("") + " " + string.IsNullOrWhiteSpace(" \t") + "abc".CompareTo("abd") + string.Compare("a", "B", StringComparison.OrdinalIgnoreCase) + string.CompareOrdinal("a", "B") + string.Equals("a", "A", StringComparison.OrdinalIgnoreCase) + ("ab" + "c" == "abc"));
        Out.Line("tab\there \"quoted\" \\ \u0041".Length + "abc"[1] + "abc"[^1] + string.Concat(Enumerable.Range(0, 5).Select(i => (char)('a' + i))) + "x".Equals(null) + "interned".GetHashCode().Equals("interned".GetHashCode()));
        Out.Try("insert", () => "a".Insert(5, "b"));
        Out.Try("null", () => ((string)null).Trim());
        Out.Line(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{1.5}") + string.Format("{0:N2}|{1,6}|{2:yyyy}", 1234.5, "r", new DateTime(2024, 1, 1)) + "abc".EnumerateRunes().Count());
    }
}
