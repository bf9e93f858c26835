namespace Language.Generics;

public static class VarianceDeep
{
    private class A { public override string ToString() => "A"; }
    private class B : A { public override string ToString() => "B"; }
    private interface IIn<in T> { string Take(T x); }
    private interface IOut<out T> { T Give(); }
    private interface IBoth<in T, out R> : IIn<T>, IOut<R>;
    private class Both : IBoth<A, B> { public string Take(A x) => "took " + x; public B Give() => new(); }
    private delegate R Convert<in T, out R>(T x);

    public static void Run()
    {
        IBoth<B, A> b = new Both();
        Out.Line(b.Take(new B()) + b.Give());
        IIn<B> i = b;
        IOut<object> o = b;
        Out.Line(i.Take(new B()) + o.Give());
        Convert<A, B> c = x => new B();
        Convert<B, object> d = c;
        Out.Line(d(new B()).ToString() + (object)d.GetType().Name);
        IEnumerable<IEnumerable<object>> nested = new List<List<string>> { new() { "x", "y" }, new() { "z" } };
        foreach (var inner in nested) Out.Line(string.Join("", inner));
        object f = (Func<string, string>)(s => s + "!");
        Out.Line(f is Func<string, object>);
        Out.Line(f is Func<object, string>);
        Out.Line(((Func<string, object>)f)("v"));
        IComparer<B> cmp = Comparer<A>.Create((x, y) => 1);
        Out.Line(cmp.Compare(new B(), new B()));
        IReadOnlyList<A> list = new B[] { new(), new() };
        Out.Line(list.Count + list[1].ToString());
        Out.Line(new int[0] is IEnumerable<uint>);
        Out.Line((object)new int[1] is uint[]);
        Action<object> ao = x => Out.Line("ao " + x);
        Action<string> both = ao;
        Out.Try("combine", () => both += s => Out.Line("as " + s));
        both("t");
    }
}
