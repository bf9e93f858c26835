namespace Language.Generics;

public static class Variance
{
    private interface ISource<out T> { T Get(); }
    private interface ISink<in T> { string Put(T x); }
    private interface IBoth<in A, out B> { B Convert(A a); }
    private class Strings : ISource<string>, ISink<object>, IBoth<object, string>
    {
        public string Get() => "got";
        public string Put(object x) => "put " + x;
        public string Convert(object a) => a + "!";
    }

    private delegate R Map<in T, out R>(T x);

    public static void Run()
    {
        var s = new Strings();
        ISource<object> source = s;
        ISink<string> sink = s;
        IBoth<string, object> both = s;
        Out.Line(source.Get() + sink.Put("x") + both.Convert("y"));
        Map<object, string> map = o => o + "?";
        Map<string, object> wider = map;
        Out.Line(wider("z"));
        IEnumerable<object> objects = new List<string> { "a", "b" };
        Out.Line(string.Join("-", objects));
        object o = new[] { "p", "q" };
        Out.Line((o is IEnumerable<object>) + " " + (o is IReadOnlyList<object>) + (o is IList<object>) + (o is IEnumerable<int>));
        object f = (Func<string>)(() => "covariant");
        Out.Line(f is Func<object> g ? g() : "no");
        Out.Line(new List<int>() is IEnumerable<object>);
        Comparison<object> byText = (a, b) => string.CompareOrdinal(a.ToString(), b.ToString());
        var list = new List<string> { "c", "a", "b" };
        list.Sort(byText);
        Out.Line(string.Concat(list));
        IComparer<object> comparer = Comparer<object>.Create(byText);
        list.Sort((IComparer<string>)comparer);
        Out.Line(list[0]);
    }
}
