public static class Exceptions
{
    private sealed class Custom(string m, int code) : Exception(m)
    {
        public int Code => code;
    }

    private static int Flow(int mode)
    {
        var r = 0;
        for (var i = 0; i < 3; i++)
        {
            try
            {
                try
                {
                    if (mode == 1 && i == 1) continue;
                    if (mode == 2 && i == 1) break;
                    if (mode == 3) throw new Custom("m3", 7);
                    if (mode == 4) return r + 100;
                    r += 1;
                }
                finally
                {
                    r += 10;
                    Out.Line("finally " + i);
                }
            }
            catch (Custom e) when (e.Code == 8)
            {
                Out.Line("never");
            }
            catch (Custom e) when (Log(e))
            {
                Out.Line("never either");
            }
            catch (Exception e)
            {
                Out.Line("caught " + e.Message);
                try
                {
                    throw new InvalidOperationException("inner", e);
                }
                catch (InvalidOperationException q)
                {
                    Out.Line(q.Message + q.InnerException.Message);
                }
            }
            finally
            {
                r += 1000;
            }
        }

        return r;
    }

    // What a filter prints appears after inner finally blocks in a module: a documented difference.
    private static bool Log(Exception e) => e.Message.Length > 100;

    private static int Deep(int n)
    {
        if (n == 20) throw new InvalidCastException("deep");
        try
        {
            return Deep(n + 1);
        }
        finally
        {
            if (n % 7 == 0) Out.Line("unwind " + n);
        }
    }

    private static int Nested()
    {
        try
        {
            try
            {
                throw new Exception("a");
            }
            finally
            {
                try
                {
                    throw new Exception("b");
                }
                catch (Exception e)
                {
                    Out.Line("in finally " + e.Message);
                }
            }
        }
        catch (Exception e)
        {
            Out.Line("outer " + e.Message);
            return 1;
        }
    }

    private static bool Bad(Exception e) => throw new Exception("filter throws");

    public static void Run()
    {
        for (var m = 0; m < 5; m++)
        {
            Out.Line("flow " + Flow(m));
        }

        try
        {
            try
            {
                throw new ArgumentNullException("p");
            }
            catch (ArgumentException)
            {
                throw;
            }
        }
        catch (Exception e)
        {
            Out.Line(e.GetType() == typeof(ArgumentNullException));
            Out.Line(e.Message);
        }

        Out.Try("deep", () => Deep(0));
        Out.Line(Nested());
        object o = 5;
        Out.Try("cast", () => Out.Line((string)o));
        Out.Try("unbox", () => Out.Line((long)o));
        Out.Try("unbox null", () => Out.Line((int)(object)null));
        string none = null;
        Out.Try("null", () => Out.Line(none.Length));
        int[] array = [1, 2, 3];
        Out.Try("index", () => Out.Line(array[3]));
        Out.Try("index neg", () => Out.Line(array[-1]));
        int[] nothing = null;
        Out.Try("null array", () => Out.Line(nothing[0]));
        Out.Try("null array length", () => Out.Line(nothing.Length));
        Out.Try("store", () => ((object[])new string[1])[0] = 5);
        Out.Try("argument", () => throw new ArgumentOutOfRangeException("x", 5, "message"));
        Out.Try("throw null", () => throw null);
        try
        {
            throw new Exception("filter");
        }
        catch (Exception e) when (Bad(e))
        {
            Out.Line("no");
        }
        catch (Exception e)
        {
            Out.Line("after bad filter " + e.Message);
        }

        Out.Try("aggregate", () => throw new AggregateException(new Exception("1"), new Exception("2")));
        Out.Try("dictionary", () => new Dictionary<string, int>()["missing"].ToString());
        Out.Try("first", () => new int[0].First());
        Out.Try("parse", () => int.Parse("x"));
        Out.Try("enumerate", () => { var l = new List<int> { 1, 2 }; foreach (var x in l) l.Add(x); });
    }
}
