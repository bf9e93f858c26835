using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Library.Text;

public static class Interpolating
{
    [InterpolatedStringHandler]
    private ref struct Logged
    {
        private readonly StringBuilder _b;
        public Logged(int literal, int holes, bool on, out bool go) { go = on; _b = on ? new StringBuilder($"({literal},{holes})") : null; }
        public bool AppendLiteral(string s) { _b.Append('[').Append(s).Append(']'); return true; }
        public bool AppendFormatted<T>(T v, int alignment = 0, string format = null) { _b.Append('{').Append(v).Append(alignment).Append(format).Append('}'); return _b.Length < 60; }
        public bool AppendFormatted(ReadOnlySpan<char> v) { _b.Append("span:").Append(v); return true; }
        public override string ToString() => _b?.ToString() ?? "off";
    }

    private static string Log(bool on, [InterpolatedStringHandlerArgument(nameof(on))] Logged text) => text.ToString();
    private static int Side(int x) { Out.Line("side " + x); return x; }

    public static void Run()
    {
        Out.Line(Log(true, $"a{1}b{2.5,7:F2}c{"sp".AsSpan()}"));
        Out.Line(Log(false, $"never {Side(1)}"));
        Out.Line(Log(true, $"{Side(1)}{new string('x', 60)}{Side(2)}"));
        object none = null;
        var d = 1234.5678;
        Out.Line($"{d:N2}|{d,12:E2}|{d,-10:0}|{none,3}|{{}}|{'c',3}|{true}|{DayOfWeek.Monday:D}|{new DateTime(2024, 5, 6):yyyy/MM}|{Guid.Empty:N}|{1.5m:C0}");
        Out.Line(string.Create(CultureInfo.InvariantCulture, $"{d:P1} {-5:(0);#}"));
        Out.Line(FormattableString.Invariant($"{d} {none}") + ((FormattableString)$"{1} {2}").Format + ((FormattableString)$"{1} {2}").ArgumentCount);
        Span<char> buffer = stackalloc char[8];
        Out.Line(string.Create(null, buffer, $"{12}{34,4}"));
        Out.Line($$"""{"k": {{d:0.0}}, "n": {{none ?? "x"}} }""");
        Out.Line($"""
            two
              {1 + 1} lines
            """.Replace("\r", ""));
        Out.Line(string.Create(5, 'q', (s, c) => { s.Fill(c); s[0] = 'Q'; }) + string.Concat("a", "b".AsSpan(), null, "c") + string.Join(';', [1, 2]));
        var b = new StringBuilder().Append($"{1,3}{"r",-3}|").Append(CultureInfo.InvariantCulture, $"{0.5}");
        Out.Line(b);
        Out.Line($"{(true ? "yes" : "no")}{new[] { 1, 2 }[1]}{((Func<int>)(() => 4))()}");
    }
}
