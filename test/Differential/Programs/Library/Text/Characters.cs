namespace Library.Text;

public static class Characters
{
    public static void Run()
    {
        foreach (var c in "aZ5 _é€ß\t\u2028٣Ⅷ½ªǅ中\u0301\uD83D")
        {
            Out.Line((int)c + " " + char.IsLetter(c) + char.IsDigit(c) + char.IsLetterOrDigit(c) + char.IsWhiteSpace(c) + char.IsUpper(c) + char.IsLower(c) + char.IsPunctuation(c) + char.IsSymbol(c) + char.IsControl(c) + char.IsNumber(c) + char.IsSurrogate(c) + char.IsSeparator(c) + char.GetUnicodeCategory(c) + char.GetNumericValue(c));
        }

        Out.Line(char.IsAsciiLetter('é') + " " + char.IsAsciiHexDigit('f') + char.IsBetween('m', 'a', 'z') + (char)('a' + 1) + ('z' - 'a') + char.Parse("x") + char.ConvertFromUtf32(0x1F600).Length + char.ConvertToUtf32("😀", 0) + char.IsHighSurrogate("😀", 0) + 'x'.CompareTo('y') + char.MaxValue.ToString().Length);
        foreach (var r in "a😀é".EnumerateRunes()) Out.Line(r.Value + " " + r.Utf8SequenceLength + r.Utf16SequenceLength + System.Text.Rune.IsLetter(r) + r);
        Out.Line(System.Text.Rune.GetUnicodeCategory(new System.Text.Rune(0x1F600)) + " " + System.Text.Rune.ToUpperInvariant(new System.Text.Rune('é')) + System.Text.Rune.IsValid(0xD800) + System.Text.Rune.TryCreate('\uD800', out _));
        Out.Try("surrogate", () => new System.Text.Rune('\uD800').ToString());
    }
}
