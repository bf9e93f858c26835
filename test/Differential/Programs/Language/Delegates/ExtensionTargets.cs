namespace Language.Delegates;

public static class ExtensionTargets
{
    public static string Twice(this string s) => s + s;
    public static int Plus(this int a, int b) => a + b;

    public static void Run()
    {
        Func<string> f = "ab".Twice;
        Out.Line(f() + f.Invoke());
        Func<int, int> g = x => x.Plus(5);
        Out.Line(g(1));
        Func<string> nothing = ((string)null).Twice;
        Out.Line("[" + nothing() + "]");
        Action<object> print = Out.Line;
        print("printed");
        new List<int> { 1, 2 }.ForEach(Out.Line);
    }
}
