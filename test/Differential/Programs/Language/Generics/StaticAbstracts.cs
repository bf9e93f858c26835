using System.Numerics;

namespace Language.Generics;

public static class StaticAbstracts
{
    private interface IMonoid<T> where T : IMonoid<T>
    {
        static abstract T Zero { get; }
        static abstract T operator +(T a, T b);
        static virtual string Name => "monoid";
        static abstract bool TryMake(int n, out T value);
    }

    private readonly record struct Sum(int V) : IMonoid<Sum>
    {
        public static Sum Zero => new(0);
        public static Sum operator +(Sum a, Sum b) => new(a.V + b.V);
        public static bool TryMake(int n, out Sum value) { value = new(n); return n >= 0; }
    }

    private sealed record Text(string V) : IMonoid<Text>
    {
        public static Text Zero => new("");
        public static Text operator +(Text a, Text b) => new(a.V + b.V);
        public static string Name => "text";
        public static bool TryMake(int n, out Text value) { value = new("#" + n); return true; }
    }

    private static T Fold<T>(params T[] items) where T : IMonoid<T>
    {
        var r = T.Zero;
        foreach (var i in items) r += i;
        return r;
    }

    private static string NameOf<T>() where T : IMonoid<T> => T.Name + (T.TryMake(-1, out var v) ? "yes" : "no") + v;

    private static T Mean<T>(T[] v) where T : INumber<T>
    {
        var s = T.Zero;
        foreach (var x in v) s += x;
        return s / T.CreateChecked(v.Length);
    }

    private static T Reverse<T>(T n) where T : IBinaryInteger<T>
    {
        var r = T.Zero;
        for (; n != T.Zero; n /= T.CreateChecked(10)) r = r * T.CreateChecked(10) + n % T.CreateChecked(10);
        return r;
    }

    public static void Run()
    {
        Out.Line(Fold(new Sum(1), new Sum(2), new Sum(3)));
        Out.Line(Fold(new Text("a"), new Text("b")));
        Out.Line(NameOf<Sum>() + NameOf<Text>());
        Out.Line(Mean([1, 2, 6]) + " " + Mean([1.5, 2.5]) + " " + Mean([1m, 2m]) + " " + Mean<long>([10, 21]) + " " + Mean([1.5f, 2f]));
        Out.Line(Reverse(1234) + " " + Reverse(98765432101L) + " " + Reverse((byte)120) + " " + Reverse((Int128)12345678901234567) + " " + Reverse(BigInteger.Parse("12345678901234567890123")));
        Out.Line(int.MaxValue is var m && Parse<int>("42") + 1 == 43 ? "parsed" + m : "no");
    }

    private static T Parse<T>(string s) where T : IParsable<T> => T.Parse(s, null);
}
