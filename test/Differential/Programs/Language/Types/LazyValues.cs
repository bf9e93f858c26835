namespace Language.Types;

public static class LazyValues
{
    public static void Run()
    {
        var n = 0;
        var l = new Lazy<int>(() => ++n);
        Out.Line(l.IsValueCreated + " " + l.Value + l.Value + l.IsValueCreated + l);
        var f = new Lazy<int>(() => throw new InvalidOperationException("fail " + ++n));
        Out.Try("first", () => Out.Line(f.Value));
        Out.Try("second", () => Out.Line(f.Value));
        var p = new Lazy<int>(() => ++n > 3 ? n : throw new InvalidOperationException("not yet"), LazyThreadSafetyMode.PublicationOnly);
        Out.Try("pub", () => Out.Line(p.Value));
        Out.Line(p.Value);
        Out.Line(new Lazy<List<int>>(() => []).Value.Count + new Lazy<string>("given").Value + new Lazy<object>(false).IsValueCreated);
        string s = null;
        Out.Line(LazyInitializer.EnsureInitialized(ref s, () => "init") + s);
        Out.Try("recursive", () => { Lazy<int> r = null; r = new(() => r.Value); Out.Line(r.Value); });
    }
}
