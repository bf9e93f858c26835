using System.Buffers.Text;

namespace Library.Security;

public static class TextEncodings
{
    public static void Run()
    {
        foreach (var s in new[] { "", "f", "fo", "foo", "foob", "ÿþ~?>" })
        {
            var b = System.Text.Encoding.Latin1.GetBytes(s);
            Out.Line(Convert.ToBase64String(b) + " " + Base64Url.EncodeToString(b) + " " + Convert.ToHexString(b) + System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(Convert.ToBase64String(b))) + System.Text.Encoding.Latin1.GetString(Base64Url.DecodeFromChars(Base64Url.EncodeToString(b))));
        }

        Out.Line(Convert.ToBase64String(new byte[100], Base64FormattingOptions.InsertLineBreaks).Length + Convert.FromHexString("00ff7F")[2] + Convert.FromBase64String(" Zm9v\n").Length + "");
        foreach (var bad in new[] { "Zm9", "Zm9*", "Z===", "Zg==x" }) Out.Try(bad, () => Convert.FromBase64String(bad));
        Out.Try("hex", () => Convert.FromHexString("0g"));
        Out.Try("odd", () => Convert.FromHexString("abc"));
        Span<byte> o = stackalloc byte[16];
        Out.Line(Base64.EncodeToUtf8("hello"u8, o, out var c, out var w) + " " + c + w + Base64.DecodeFromUtf8("aGVsbG8="u8, o, out c, out w) + w + Convert.TryFromBase64String("!!!!", o, out w) + Base64Url.IsValid("ab_-") + Base64.IsValid("ab+/"));
    }
}
