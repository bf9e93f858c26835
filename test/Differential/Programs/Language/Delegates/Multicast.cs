namespace Language.Delegates;

public static class Multicast
{
    private delegate int Op(int x);
    private static int Twice(int x) { Out.Line("twice " + x); return x * 2; }
    private static int Thrice(int x) { Out.Line("thrice " + x); return x * 3; }

    public static void Run()
    {
        Op op = Twice;
        op += Thrice;
        op += Twice;
        Out.Line(op(2) + " " + op.GetInvocationList().Length);
        op -= Twice;
        Out.Line(op(3));
        foreach (Op o in op.GetInvocationList()) Out.Line(o(1));
        op -= Thrice;
        op -= Twice;
        Out.Line(op is null);
        Op a = Twice, b = Twice;
        Out.Line((a == b) + " " + (a + b == b + a) + a.Equals(b) + ((a + Thrice) == (a + Thrice)) + (a == Thrice));
        Action act = null;
        act += () => Out.Line("one");
        act += () => throw new InvalidOperationException("two");
        act += () => Out.Line("three");
        Out.Try("stops", act);
        Delegate d = Delegate.Combine(a, b);
        Out.Line(((Op)d)(5) + " " + (Delegate.Remove(d, a) == (Delegate)b) + (Delegate.RemoveAll(d, a) is null));
        Op single = (a + b + a) - (a + b);
        Out.Line(single(6));
    }
}
