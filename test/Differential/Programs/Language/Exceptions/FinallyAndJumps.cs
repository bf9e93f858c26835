namespace Language.Exceptions;

public static class FinallyAndJumps
{
    private static int Depth(int mode)
    {
        var r = 0;
        for (var i = 0; i < 4; i++)
        {
            try
            {
                try
                {
                    try
                    {
                        if (mode == 1 && i == 2) goto done;
                        if (mode == 2 && i == 1) return r * 10;
                        if (mode == 3) continue;
                        if (mode == 4 && i == 3) break;
                        if (mode == 5 && i == 1) throw new InvalidOperationException("five");
                        r++;
                    }
                    finally { r += 10; Out.Line("inner " + i); if (mode == 6 && i == 1) throw new ArgumentException("from finally"); }
                }
                finally { r += 100; Out.Line("middle " + i); }
            }
            catch (ArgumentException e) { r += 5000; Out.Line(e.Message); }
            finally { r += 1000; Out.Line("outer " + i); }
        }
    done:
        return r;
    }

    private static int Replaced()
    {
        try
        {
            try { throw new Exception("first"); }
            finally { throw new Exception("second"); }
        }
        catch (Exception e) { return e.Message.Length * (e.InnerException is null ? 1 : 100); }
    }

    private static int Order()
    {
        var x = 1;
        try { return x; }
        finally { x = 2; Out.Line("x " + x); }
    }

    public static void Run()
    {
        for (var mode = 0; mode < 7; mode++)
        {
            try { Out.Line(mode + ": " + Depth(mode)); }
            catch (InvalidOperationException e) { Out.Line("out " + e.Message); }
        }

        Out.Line(Replaced() + " " + Order());
    }
}
