namespace Language.Interfaces;

public static class DefaultMembers
{
    private interface IGreeter
    {
        string Name { get; }
        string Greet() => "hello " + Name;
        string Twice() => Greet() + Greet();
        static string Make(IGreeter g) => g.Greet();
        private string Hidden() => "hidden";
        string Show() => Hidden() + Name;
    }

    private interface ILoud : IGreeter { string IGreeter.Greet() => "HELLO " + Name.ToUpperInvariant(); }
    private interface IQuiet : IGreeter { new string Greet() => "psst"; }
    private class Plain : IGreeter { public string Name => "plain"; }
    private class Loud : ILoud { public string Name => "loud"; }
    private class Quiet : IQuiet { public string Name => "quiet"; string IGreeter.Greet() => "..."; }
    private struct Value : IGreeter { public int N; public string Name => "value" + N++; }
    private class Derived : Plain, IGreeter { public string Greet() => "derived"; }

    public static void Run()
    {
        foreach (IGreeter g in new IGreeter[] { new Plain(), new Loud(), new Quiet(), new Value(), new Derived() })
        {
            Out.Line(g.Greet() + "|" + g.Twice() + "|" + IGreeter.Make(g) + "|" + g.Show());
        }

        Out.Line(((IQuiet)new Quiet()).Greet());
        Out.Line(Generic(new Value()) + Generic(new Loud()));
    }

    private static string Generic<T>(T x) where T : IGreeter => x.Twice() + x.Name;
}
