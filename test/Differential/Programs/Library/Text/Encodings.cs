using System.Text;

namespace Library.Text;

public static class Encodings
{
    private static string H(byte[] b) => Convert.ToHexString(b);

    public static void Run()
    {
        const string S = "aé€😀z";
        foreach (var e in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.ASCII, Encoding.Latin1 })
        {
            var b = e.GetBytes(S);
            Out.Line(e.WebName + " " + H(b) + " " + e.GetString(b) + e.GetByteCount(S) + e.GetCharCount(b) + e.GetMaxByteCount(3) + H(e.GetPreamble()));
        }

        Out.Line(Encoding.UTF8.GetString([0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82, 0xF0, 0x9F, 0x98]) + Encoding.UTF8.GetString([0xED, 0xA0, 0x80]).Length + H(Encoding.UTF8.GetBytes("\uD800x")));
        Out.Try("strict", () => new UTF8Encoding(false, true).GetString([0xFF]));
        Out.Try("strict enc", () => new UTF8Encoding(false, true).GetBytes("\uDC00"));
        var d = Encoding.UTF8.GetDecoder();
        var chars = new char[8];
        var n = d.GetChars([0xE2, 0x82], 0, 2, chars, 0);
        n += d.GetChars([0xAC, 0x41], 0, 2, chars, n);
        Out.Line(new string(chars, 0, n));
        Span<byte> buffer = stackalloc byte[4];
        System.Text.Unicode.Utf8.FromUtf16("é€x", buffer, out var read, out var written);
        Out.Line(read + " " + written + System.Text.Unicode.Utf8.IsValid("é"u8) + System.Text.Unicode.Utf8.IsValid([0xC0]) + Ascii.IsValid("abc") + Ascii.EqualsIgnoreCase("AB"u8, "ab"));
        Out.Line(H(Encoding.Convert(Encoding.UTF8, Encoding.Unicode, "é"u8.ToArray())) + Encoding.GetEncoding("utf-8").WebName + Encoding.GetEncoding(28591).GetString([0xE9]) + Encoding.UTF8.TryGetBytes("toolong", new byte[2], out _));
    }
}
