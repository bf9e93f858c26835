namespace Language.Types;

public static class PrimaryConstructors
{
    private class Service(string name, int retries = 3)
    {
        private int _used;
        public string Try() => ++_used <= retries ? name + _used : throw new InvalidOperationException(name + " exhausted");
        public string Name { get; } = name + "!";
    }

    private class Special(string name) : Service(name.ToUpperInvariant(), 1) { public string Own => name; }
    private struct Range2(int from, int to) { public readonly int Length => to - from; public void Grow() => to++; }
    private class Empty();

    public static void Run()
    {
        var s = new Service("s");
        Out.Line(s.Try() + s.Try() + s.Try() + s.Name);
        Out.Try("fourth", () => s.Try());
        var x = new Special("sp");
        Out.Line(x.Try() + x.Own + x.Name);
        Out.Try("second", () => x.Try());
        var r = new Range2(2, 5);
        r.Grow();
        Out.Line(r.Length + new Empty().GetType().Name);
    }
}
