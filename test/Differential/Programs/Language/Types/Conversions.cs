namespace Language.Types;

public static class Conversions
{
    private class Base { public static implicit operator string(Base b) => "base"; }
    private class Derived : Base { public static explicit operator Derived(int n) => new() { N = n }; public int N; }
    private struct Wrap<T>(T v) { public T V => v; public static implicit operator Wrap<T>(T v) => new(v); public static explicit operator T(Wrap<T> w) => w.V; }

    public static void Run()
    {
        string s = new Derived();
        Out.Line(s + ((Derived)5).N);
        Wrap<string> w = "in";
        Wrap<int> i = 6;
        Out.Line(w.V + (string)w + (int)i);
        Wrap<int>? n = 4;
        Out.Line((int?)n);
        object o = 5;
        Out.Line((int)o + (long)(int)o);
        Out.Try("long", () => Out.Line((long)o));
        Out.Line(o as string ?? "not a string");
        Out.Line((o as int?) + 1);
        Out.Line((double)(decimal)1.25 + (int)'a' + (char)98 + (float)0.1 + unchecked((sbyte)(byte)200) + (nint)7L);
        Base bas = new Derived();
        Out.Line(bas is Derived { N: 0 } d ? "yes" + d.N : "no");
        Out.Try("down", () => { object x = (Derived)new Base(); });
    }
}
