public static class Generics
{
    private interface IAdd<T> where T : IAdd<T>
    {
        static abstract T operator +(T a, T b);
        static abstract T Zero { get; }
        static virtual string Kind => "default";
    }

    private struct Mod7 : IAdd<Mod7>
    {
        public int V;
        public static Mod7 operator +(Mod7 a, Mod7 b) => new() { V = (a.V + b.V) % 7 };
        public static Mod7 Zero => default;
    }

    private sealed class Text : IAdd<Text>
    {
        public string V = "";
        public static Text operator +(Text a, Text b) => new() { V = a.V + b.V };
        public static Text Zero => new();
        public static string Kind => "text";
    }

    private static T Sum<T>(params T[] items) where T : IAdd<T>
    {
        var s = T.Zero;
        foreach (var i in items)
        {
            s += i;
        }

        return s;
    }

    private static string KindOf<T>() where T : IAdd<T> => T.Kind;

    private abstract class Visitor
    {
        public abstract T Id<T>(T x);
        public virtual string Name<T>() => "base" + typeof(T).IsValueType;
    }

    private class Keep : Visitor
    {
        public override T Id<T>(T x) => x;
    }

    private sealed class Drop : Keep
    {
        public override T Id<T>(T x) => default;
        public override string Name<T>() => "drop" + (default(T) is null);
    }

    private interface IMaker
    {
        T Make<T>() where T : new();
    }

    private sealed class Maker : IMaker
    {
        public T Make<T>() where T : new() => new();
    }

    private static class Counter<T>
    {
        public static int N;
    }

    private class Pair<A, B>(A a, B b)
    {
        public A First = a;
        public B Second = b;
        public Pair<B, A> Swap() => new(Second, First);
        public override string ToString() => $"({First},{Second})";
    }

    private static T Number<T>(T a, T b) where T : System.Numerics.INumber<T> => a * b + T.One;

    public static void Run()
    {
        Out.Line(Sum(new Mod7 { V = 5 }, new Mod7 { V = 6 }).V);
        Out.Line(Sum(new Text { V = "a" }, new Text { V = "b" }).V + KindOf<Mod7>() + KindOf<Text>());
        foreach (var v in new Visitor[] { new Keep(), new Drop() })
        {
            Out.Line(v.Id(3) + " " + (v.Id("s") ?? "null") + v.Name<int>() + v.Name<string>());
        }

        IMaker maker = new Maker();
        Out.Line(maker.Make<List<int>>().Count + maker.Make<int>() + maker.Make<Mod7>().V);
        Counter<int>.N++;
        Counter<string>.N += 2;
        Counter<object>.N += 3;
        Out.Line(Counter<int>.N * 100 + Counter<string>.N * 10 + Counter<object>.N);
        Out.Line(new Pair<int, string>(1, "x").Swap().ToString() + new Pair<int, string>(1, "x").Swap().Swap());
        Out.Line(Number(3, 4) + " " + Number(2.5, 2.0) + " " + Number(7L, 6L) + " " + Number(1.5m, 2m));
        Counter<int>.N = 0;
        Counter<string>.N = 0;
        Counter<object>.N = 0;
    }
}
