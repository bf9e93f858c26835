using System.Runtime.CompilerServices;

namespace Language.Numbers;

public static class Interpolation
{
    private class F : IFormattable { public string ToString(string f, IFormatProvider p) => "F<" + f + ">"; }
    private struct S : ISpanFormattable { public string ToString(string f, IFormatProvider p) => "S"; public bool TryFormat(Span<char> d, out int n, ReadOnlySpan<char> f, IFormatProvider p) { n = 0; if (d.Length < 3) return false; "sp!".CopyTo(d); n = 3; return true; } }

    [InterpolatedStringHandler] private ref struct Log(int literals, int holes, bool on, out bool go)
    {
        private readonly System.Text.StringBuilder _b = (go = on) ? new() : null;
        public void AppendLiteral(string s) => _b.Append('[').Append(s).Append(']');
        public void AppendFormatted<T>(T x, string format = null) => _b.Append("{").Append(x).Append(format).Append('}');
        public override string ToString() => _b?.ToString() ?? "off";
    }

    private static string Write(bool on, [InterpolatedStringHandlerArgument("on")] Log l) => l.ToString();
    private static int Side(string s) { Out.Line("side " + s); return s.Length; }

    public static void Run()
    {
        Out.Line($"{1,5}|{2,-5}|{3:D3}|{4.5:F2}|{"s",3}|{'c'}|{true}|{null}|{new F():fmt}|{new S()}|{new S(),6}|{DayOfWeek.Monday}|{1.5m}|{new DateTime(2020, 1, 2):yyyy-MM-dd}");
        Out.Line(Write(true, $"a{1}b{"x":q}") + Write(false, $"a{Side("never")}"));
        Out.Line(string.Format("{0} {1:X} {0,4} {{}} {2}", 10, 255, null) + string.Format("{0}", new object[] { 1 }));
        FormattableString fs = $"v={5:000} w={"t"}";
        Out.Line(fs.Format + fs.ArgumentCount + FormattableString.Invariant(fs));
        Out.Try("format", () => string.Format("{0} {1}", 1));
        Out.Try("braces", () => string.Format("{0", 1));
        const string C = $"const{"ant"}";
        Out.Line(C + $"{(1 > 0 ? "yes" : "no")}" + $"{$"nested {1 + 1}"}");
        Span<char> buffer = stackalloc char[16];
        Out.Line(buffer.TryWrite($"x{42}y", out var n) + buffer[..n].ToString() + "abc".AsSpan().TryCopyTo(buffer));
    }
}
