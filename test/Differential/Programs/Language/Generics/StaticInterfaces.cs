using System.Numerics;

namespace Language.Generics;

public static class StaticInterfaces
{
    private interface IMonoid<T> where T : IMonoid<T> { static abstract T Zero { get; } static abstract T operator +(T a, T b); static virtual T Triple(T x) => x + x + x; }
    private readonly record struct Sum(int V) : IMonoid<Sum> { public static Sum Zero => new(0); public static Sum operator +(Sum a, Sum b) => new(a.V + b.V); }
    private record Text(string V) : IMonoid<Text> { public static Text Zero => new(""); public static Text operator +(Text a, Text b) => new(a.V + b.V); public static Text Triple(Text x) => new(x.V + "3"); }
    private interface IParse<T> where T : IParse<T> { static abstract bool Try(string s, out T r); static abstract explicit operator int(T x); static abstract implicit operator T(int x); }
    private readonly struct Id(int n) : IParse<Id> { private readonly int _n = n; public static bool Try(string s, out Id r) { r = new(s.Length); return s.Length > 1; } public static explicit operator int(Id x) => x._n; public static implicit operator Id(int x) => new(x * 2); }

    private static T All<T>(params T[] xs) where T : IMonoid<T> { var r = T.Zero; foreach (var x in xs) r += x; return T.Triple(r); }
    private static int Go<T>(string s) where T : IParse<T> => T.Try(s, out var r) ? (int)r : (int)(T)7;
    private static T Mean<T>(ReadOnlySpan<T> xs) where T : INumber<T> { var s = T.Zero; foreach (var x in xs) s += x; return s / T.CreateChecked(xs.Length); }
    private static string Bits<T>(T x) where T : IBinaryInteger<T> => T.PopCount(x) + "/" + T.LeadingZeroCount(x) + "/" + T.TrailingZeroCount(x) + "/" + x.GetByteCount() + "/" + T.IsPow2(x) + "/" + (x >>> 1) + "/" + ~x;

    public static void Run()
    {
        Out.Line(All(new Sum(1), new Sum(2)).V + All(new Text("a"), new Text("b")).V);
        Out.Line(Go<Id>("abc") + " " + Go<Id>("x"));
        Out.Line(Mean<double>([1, 2, 4]) + " " + Mean<int>([1, 2, 4]) + " " + Mean<decimal>([1, 2, 4]) + " " + Mean<Half>([(Half)1, (Half)2]));
        Out.Line(Bits(40) + " " + Bits((byte)200) + " " + Bits(-1L) + " " + Bits((UInt128)1 << 100) + " " + Bits(BigInteger.One << 70));
        Out.Line(int.CreateSaturating(1e20) + " " + byte.CreateTruncating(300) + " " + uint.CreateSaturating(-5) + " " + long.CreateTruncating(ulong.MaxValue) + " " + sbyte.CreateSaturating(Half.MaxValue));
        Out.Try("checked", () => byte.CreateChecked(-1));
    }
}
