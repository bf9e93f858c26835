using System.Buffers;

namespace Library.Text;

public static class Searching
{
    public static void Run()
    {
        var v = SearchValues.Create("aeiou");
        Out.Line("rhythm".AsSpan().ContainsAny(v) + " " + "xyzebra".AsSpan().IndexOfAny(v) + "aaab".AsSpan().IndexOfAnyExcept(v) + v.Contains('q') + "bcd e".AsSpan().LastIndexOfAny(v));
        var b = SearchValues.Create("\r\n:"u8);
        Out.Line("Host: x\r\n"u8.IndexOfAny(b) + " " + "none"u8.IndexOfAny(b));
        var s = SearchValues.Create(["needle", "pin"], StringComparison.OrdinalIgnoreCase);
        Out.Line("hay PIN needle".AsSpan().IndexOfAny(s) + " " + "hay".AsSpan().ContainsAny(s));
        var wide = SearchValues.Create("éßあ");
        Out.Line("fußball".AsSpan().IndexOfAny(wide) + " " + "abc".AsSpan().IndexOfAnyInRange('b', 'd') + "123a".AsSpan().IndexOfAnyExceptInRange('0', '9'));
        Out.Line("a.b.c".AsSpan().Count('.') + " " + "x,y;z".AsSpan().IndexOfAny(',', ';') + "aaa"u8.LastIndexOf((byte)'a') + new[] { 1, 2, 3 }.AsSpan().IndexOf([2, 3]) + "tést".AsSpan().IndexOf("st") + "xx".AsSpan().Trim('x').Length);
        Span<char> t = "a-b-c".ToCharArray();
        t.Replace('-', '+');
        Out.Line(t.ToString());
    }
}
