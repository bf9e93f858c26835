namespace Language.Control;

public static class LockStatements
{
    private static readonly object Gate = new();
    private static readonly Lock Modern = new();
    private static int s_n;

    private static int Locked() { lock (Gate) { lock (Gate) { return ++s_n; } } }

    public static void Run()
    {
        Out.Line(Locked() + Locked());
        lock (Modern) { s_n += 10; }
        Out.Try("throws", () => { lock (Gate) throw new InvalidOperationException("inside " + s_n); });
        Out.Line(Locked());
        Out.Try("null", () => { object o = null; lock (o) { } });
        Out.Line(Interlocked.Increment(ref s_n) + Interlocked.Add(ref s_n, 5) + Interlocked.Exchange(ref s_n, 1) + Interlocked.CompareExchange(ref s_n, 9, 1) + s_n);
        using (Modern.EnterScope()) Out.Line("scope");
        Out.Line(Volatile.Read(ref s_n));
    }
}
