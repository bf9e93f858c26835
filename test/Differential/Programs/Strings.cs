using System.Globalization;
using System.Text;

public static class Strings
{
    public static void Run()
    {
        var s = "Hello, World";
        Out.Line(s.Substring(7) + s[..5] + s[^1] + s.IndexOf("World") + s.LastIndexOf('o') + s.Contains("lo,") + s.StartsWith("Hell", StringComparison.Ordinal));
        Out.Line(s.ToUpperInvariant() + s.ToLowerInvariant() + s.Replace("l", "LL") + s.Replace('o', '0') + s.Remove(3, 4) + s.Insert(2, "--"));
        Out.Line("  trim me ".Trim() + "xxaxx".Trim('x') + "abc".PadLeft(6) + "abc".PadRight(6, '.') + "|");
        Out.Line(string.Join("|", "a,b;c,,d".Split([',', ';'])) + string.Join("|", "a,b,,c".Split(',', StringSplitOptions.RemoveEmptyEntries)) + "k=v=w".Split('=', 2)[1]);
        Out.Line(string.Format("{0,5}|{1:X4}|{2:F2}|{3,-6}|{4:N0}", 42, 255, 3.14159, "ab", 1234567));
        Out.Line($"{1.0 / 3:R} {float.MaxValue} {1e-7} {double.NaN} {-0.0} {1e21} {123456789.125}");
        Out.Line($"{int.MinValue} {long.MaxValue} {ulong.MaxValue} {(byte)7} {1.50m} {true} {'c'} {(string)null}|");
        Out.Line(string.Compare("a", "B", StringComparison.OrdinalIgnoreCase) + " " + string.CompareOrdinal("a", "B") + ("abc" == "ab" + "c") + "x".Equals("X", StringComparison.OrdinalIgnoreCase));
        Out.Line("Straße ÀÉ ñ".ToUpperInvariant() + "ÀÉÑ".ToLowerInvariant());
        var b = new StringBuilder();
        for (var i = 0; i < 30; i++) b.Append(i).Append(i % 2 == 0 ? ',' : ';');
        b.Insert(0, "<").Replace(";", "::").Append('>').AppendFormat("{0:000}", 7).AppendLine().AppendJoin("-", [1, 2, 3]);
        Out.Line(b.ToString() + b.Length + b[5]);
        b.Clear().Append("reset");
        Out.Line(b);
        Out.Line(new string('x', 3) + new string(['a', 'b']) + new string("span".AsSpan(1)) + string.Concat("a", "b", "c", "d", "e"));
        Out.Line(char.IsDigit('5') + " " + char.IsLetter('ß') + char.IsWhiteSpace('\t') + char.ToUpperInvariant('q') + (char)('a' + 1));
        Out.Line("abc".CompareTo("abd") + " " + "Zebra".GetHashCode().Equals("Zebra".GetHashCode()) + string.IsNullOrWhiteSpace(" \t"));
        var bytes = Encoding.UTF8.GetBytes("grüße 😀 日本");
        Out.Line(bytes.Length + Convert.ToHexString(bytes) + Encoding.UTF8.GetString(bytes) + Encoding.ASCII.GetString([65, 66]));
        Out.Line(Encoding.Unicode.GetBytes("ab").Length + Encoding.Latin1.GetString([0xE9]));
        Out.Line(Convert.ToBase64String(bytes) + Encoding.UTF8.GetString(Convert.FromBase64String("aGVsbG8=")));
        Out.Line("a-b-c".Split('-').Length + "one two".Split(' ')[1] + string.Concat("abc".Reverse()));
        foreach (var r in "a😀b".EnumerateRunes()) Out.Line(r.Value);
        Out.Line(string.Create(5, 'z', (span, c) => span.Fill(c)));
        ReadOnlySpan<char> text = "key: value ";
        var colon = text.IndexOf(':');
        Out.Line(text[..colon].ToString() + "=" + text[(colon + 1)..].Trim().ToString());
        Out.Line(int.TryParse(text, out _) + " " + "line1\nline2\r\nline3".Split('\n').Length + "ab".Equals(null));
    }
}
