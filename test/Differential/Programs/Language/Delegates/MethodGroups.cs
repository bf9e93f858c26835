namespace Language.Delegates;

public static class MethodGroups
{
    private class Base { public virtual string Name() => "base"; public string Own() => "own" + Name(); }
    private class Derived : Base { public override string Name() => "derived"; public Func<string> Up() => base.Name; }
    private struct Val(int n) { public override string ToString() => "val" + n; public string Show(string p) => p + n; }
    private static string Static<T>(T x) => typeof(T).Name + x;

    public static void Run()
    {
        Base b = new Derived();
        Func<string> f = b.Name, g = b.Own, h = ((Derived)b).Up(), t = new Val(3).ToString;
        Out.Line(f() + g() + h() + t());
        Func<string, string> s = new Val(4).Show, p = Static<string>;
        Out.Line(s("v") + p("x") + string.Join(",", new[] { 1, 2 }.Select(Static)));
        Func<Base, string> open = x => x.Name();
        Out.Line(open(b) + (f.Target == b) + (f == b.Name) + (f == new Derived().Name));
        Out.Line(string.Concat("b a c".Split(' ').Select(string.Copy).OrderBy(x => x).Select(char.Parse).Select(char.ToUpperInvariant)));
        Out.Try("null target", () => { Base none = null; Func<string> z = none.Own; });
    }
}
