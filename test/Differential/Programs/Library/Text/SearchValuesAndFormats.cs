using System.Buffers;
using System.Text;

namespace Library.Text;

public static class SearchValuesAndFormats
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouAEIOU");
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);
    private static readonly SearchValues<char> Wide = SearchValues.Create("äöü→x");
    private static readonly SearchValues<string> Words = SearchValues.Create(["cat", "dog", "Bird"], StringComparison.OrdinalIgnoreCase);
    private static readonly CompositeFormat Format = CompositeFormat.Parse("{0,6:F2}|{1}|{0:E1}|{{{2,-3}}}");

    private sealed class Shout : IFormatProvider, ICustomFormatter
    {
        public object GetFormat(Type t) => t == typeof(ICustomFormatter) ? this : null;
        public string Format(string f, object a, IFormatProvider p) => "<" + f + ":" + a + ">";
    }

    private readonly struct Own : ISpanFormattable
    {
        public string ToString(string f, IFormatProvider p) => "own(" + f + ")";
        public bool TryFormat(Span<char> d, out int w, ReadOnlySpan<char> f, IFormatProvider p) { if (d.Length < 4) { w = 0; return false; } "span".CopyTo(d); w = 4; return true; }
    }

    public static void Run()
    {
        var s = "Rhythm → banänas x";
        Out.Line(s.AsSpan().IndexOfAny(Vowels) + " " + s.AsSpan().LastIndexOfAny(Vowels) + s.AsSpan().IndexOfAny(Wide) + s.AsSpan().IndexOfAnyExcept(Wide) + "abc123"u8.IndexOfAny(Digits) + "123a"u8.IndexOfAnyExcept(Digits) + Vowels.Contains('e') + "hot DOG".AsSpan().IndexOfAny(Words) + "bir".AsSpan().ContainsAny(Words));
        Out.Line(string.Format(null, Format, 1234.567, "mid", true) + Format.MinimumArgumentCount);
        Out.Line(string.Format("{0:00.0#}|{1:#,##0;(#,##0);zero}|{2,10:P1}|{3:yyyy}|{4:X8}", 3.14159, -1234, 0.256, new DateTime(2024, 1, 1), 48879));
        Out.Line(string.Format(new Shout(), "{0:a}{1}", 5, "x") + new Own() + $"{new Own():q}" + string.Format("{0:z}", new Own()));
        Out.Try("index", () => string.Format("{1}", 1));
        Out.Try("brace", () => string.Format("{0", 1));
        Out.Try("composite", () => CompositeFormat.Parse("{x}"));
        Span<byte> u = stackalloc byte[64];
        Out.Line(System.Buffers.Text.Utf8Formatter.TryFormat(-12345L, u, out var n, new StandardFormat('N', 1)) + Encoding.UTF8.GetString(u[..n]));
        Out.Line(System.Buffers.Text.Utf8Formatter.TryFormat(1.25m, u, out n) + Encoding.UTF8.GetString(u[..n]) + System.Buffers.Text.Utf8Formatter.TryFormat(new DateTime(2024, 2, 3), u, out n, 'O') + Encoding.UTF8.GetString(u[..n]) + System.Buffers.Text.Utf8Formatter.TryFormat(255, u, out n, 'x') + Encoding.UTF8.GetString(u[..n]));
        Out.Line(System.Buffers.Text.Utf8Parser.TryParse("-42rest"u8, out int i, out var used) + " " + i + used + System.Buffers.Text.Utf8Parser.TryParse("1.5e3,"u8, out double d, out used) + d + used + System.Buffers.Text.Utf8Parser.TryParse("true"u8, out bool b, out used) + b + System.Buffers.Text.Utf8Parser.TryParse("ff"u8, out byte h, out used, 'x') + h);
        Out.Line(int.TryParse("77"u8, out var v) + " " + v + double.Parse("2.5"u8) + 12.5.TryFormat(u, out n, "F3") + Encoding.UTF8.GetString(u[..n]) + System.Text.Unicode.Utf8.TryWrite(u, $"é{1}→", out n) + n + System.Text.Unicode.Utf8.IsValid("é"u8) + System.Text.Unicode.Utf8.IsValid([0xC3]));
    }
}
