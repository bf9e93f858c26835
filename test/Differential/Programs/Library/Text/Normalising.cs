using System.Globalization;
using System.Text;

namespace Library.Text;

public static class Normalising
{
    public static void Run()
    {
        var s = "a😀e\u0301\U0001F1E9\U0001F1EAz\ud800";
        foreach (var r in s.EnumerateRunes()) Out.Line(r.Value.ToString("x") + Rune.GetUnicodeCategory(r) + r.Utf8SequenceLength + Rune.IsLetter(r) + r.IsBmp);
        Out.Line(Rune.TryCreate('\ud83d', '\ude00', out var rune) + rune.ToString() + Rune.ToUpperInvariant(new Rune('é')) + new Rune(0x1F600).Plane + Rune.IsValid(0xD800) + (new Rune('a') < new Rune('b')));
        Out.Line(char.ConvertToUtf32(s, 1).ToString("x") + char.ConvertFromUtf32(0x1F600).Length + char.IsSurrogatePair(s, 1) + char.IsHighSurrogate(s[^1]) + s.IsNormalized(NormalizationForm.FormC).GetType().Name);
        Out.Line(Encoding.UTF8.GetByteCount(s) + " " + Convert.ToHexString(Encoding.UTF8.GetBytes(s)) + Convert.ToHexString(Encoding.Unicode.GetBytes("é→")) + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("é→")) + Convert.ToHexString(Encoding.UTF32.GetBytes("😀")) + Convert.ToHexString(Encoding.Latin1.GetBytes("é→")) + Convert.ToHexString(Encoding.ASCII.GetBytes("é→")));
        Out.Line(Encoding.UTF8.GetString([0x61, 0xC3, 0x28, 0xE2, 0x82, 0xF0, 0x9F, 0x98]).Replace('\ufffd', '?') + Encoding.UTF8.GetString([0xEF, 0xBB, 0xBF, 0x62]).Length + Encoding.Unicode.GetString([0x61, 0, 0x3d, 0xd8]).Replace('\ufffd', '?'));
        Out.Try("strict", () => new UTF8Encoding(false, true).GetString([0xFF]));
        Out.Try("strict encode", () => new UTF8Encoding(false, true).GetBytes("\ud800"));
        var d = Encoding.UTF8.GetDecoder();
        var chars = new char[4];
        Out.Line(d.GetChars([0xE2, 0x82], chars, false) + " " + d.GetChars([0xAC], chars, true) + chars[0] + Encoding.GetEncoding("utf-16").WebName + Encoding.GetEncoding(28591).EncodingName.Length.Equals(0) + Encoding.Default.CodePage);
        foreach (var c in "aZ5 _-é١Ⅷ\t€") Out.Line(c + ": " + char.GetUnicodeCategory(c) + char.IsLetterOrDigit(c) + char.IsDigit(c) + char.IsNumber(c) + char.GetNumericValue(c) + char.IsPunctuation(c) + char.IsSymbol(c) + char.IsWhiteSpace(c) + char.ToUpperInvariant(c) + char.IsAsciiLetter(c));
        Out.Line(CultureInfo.InvariantCulture.TextInfo.ToTitleCase("hello big world") + "İıſK".ToLowerInvariant() + "ßŉǰ".ToUpperInvariant() + new StringInfo("e\u0301x").LengthInTextElements + StringInfo.GetNextTextElement("e\u0301x").Length);
    }
}
