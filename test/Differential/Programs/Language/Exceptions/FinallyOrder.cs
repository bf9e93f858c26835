namespace Language.Exceptions;

public static class FinallyOrder
{
    private static int Returns(int n)
    {
        try
        {
            try { if (n == 0) return 10; if (n == 1) throw new InvalidOperationException("n1"); return 20; }
            finally { Out.Line("inner " + n); }
        }
        catch (InvalidOperationException) { return 30; }
        finally { Out.Line("outer " + n); }
    }

    private static int Overwrites() { var x = 1; try { return x; } finally { x = 2; } }

    private static string Loop()
    {
        var s = "";
        for (var i = 0; i < 5; i++)
        {
            try { if (i == 1) continue; if (i == 3) break; s += i; }
            finally { s += "f"; }
        }

        return s;
    }

    private static void Replace() { try { throw new InvalidOperationException("first"); } finally { throw new ArgumentException("second"); } }
    private static void Nested() { try { try { throw new Exception("a"); } finally { try { throw new Exception("b"); } catch (Exception e) { Out.Line("swallowed " + e.Message); } } } finally { Out.Line("last"); } }

    public static void Run()
    {
        for (var i = 0; i < 3; i++) Out.Line(Returns(i));
        Out.Line(Overwrites() + Loop());
        Out.Try("replaced", Replace);
        Out.Try("nested", Nested);
        Out.Line(Goto());
    }

    private static int Goto()
    {
        var n = 0;
    again:
        try { n++; if (n < 3) goto again; }
        finally { Out.Line("goto finally " + n); }
        return n;
    }
}
