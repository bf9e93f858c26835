namespace Language.Exceptions;

public static class Rethrow
{
    private class MyException(string m, Exception inner = null, int code = 7) : Exception(m, inner) { public int Code => code; }

    private static void A() { try { throw new MyException("a"); } catch (MyException e) { e.Data["k"] = "v"; throw; } }
    private static void B() { try { A(); } catch (Exception e) { throw new MyException("b", e, 9); } }
    private static void C() { try { B(); } catch (MyException e) when (e.Code == 9) { throw e.InnerException; } }

    public static void Run()
    {
        try { C(); }
        catch (MyException e) { Out.Line(e.Message + e.Code + e.Data["k"] + (e.InnerException is null)); }
        try { B(); }
        catch (Exception e) { Out.Line(e.Message + e.InnerException.Message + e.GetBaseException().Message + ((MyException)e).Code); }
        try
        {
            try { throw new Exception("1"); }
            catch (Exception) { try { throw new Exception("2"); } catch { } throw; }
        }
        catch (Exception e) { Out.Line("rethrown " + e.Message); }
        var captured = default(System.Runtime.ExceptionServices.ExceptionDispatchInfo);
        try { A(); } catch (Exception e) { captured = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e); }
        Out.Try("later", captured.Throw);
    }
}
