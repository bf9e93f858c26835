namespace Language.Interfaces;

public static class DefaultsInStructs
{
    private interface ICount { int N { get; set; } int Next() { N++; return N; } static virtual string Title => "count"; sealed int Twice() => Next() + Next(); }
    private struct Plain : ICount { public int N { get; set; } }
    private struct Own : ICount { public int N { get; set; } public int Next() => N += 10; public static string Title => "own"; }
    private interface IBase { string Who() => "base"; }
    private interface ILeft : IBase { string IBase.Who() => "left"; }
    private interface IRight : IBase { }
    private interface IBoth : ILeft, IRight { }
    private class Both : IBoth;
    private class Late : Both, IBase { string IBase.Who() => "late"; }
    private interface IGen<T> { string Name(T x) => typeof(T).Name + x; string Other<U>(U u) => typeof(T).Name + typeof(U).Name + u; }
    private class Gen : IGen<int>, IGen<string>;

    private static int Use<T>(ref T x) where T : ICount => x.Next() + x.Twice();
    private static string Title<T>() where T : ICount => T.Title;

    public static void Run()
    {
        var p = new Plain();
        var o = new Own();
        // A default member works on a box of the structure, its own one on the structure.
        Out.Line(Use(ref p) + " " + p.N);
        Out.Line(Use(ref o) + " " + o.N);
        ICount b = p;
        Out.Line(b.Twice() + " " + b.N + " " + p.N);
        Out.Line(Title<Plain>() + Title<Own>());
        Out.Line(((IBase)new Both()).Who() + ((IBase)new Late()).Who());
        var g = new Gen();
        Out.Line(((IGen<int>)g).Name(3) + ((IGen<string>)g).Name("s") + ((IGen<string>)g).Other(2.5));
    }
}
