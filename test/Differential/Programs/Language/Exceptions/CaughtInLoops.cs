namespace Language.Exceptions;

public static class CaughtInLoops
{
    private static IEnumerable<int> Source(int bad)
    {
        for (var i = 0; i < 5; i++)
        {
            if (i == bad) throw new FormatException("at " + i);
            yield return i;
        }
    }

    public static void Run()
    {
        var sum = 0;
        for (var i = 0; i < 6; i++)
        {
            try
            {
                foreach (var x in Source(i))
                {
                    try
                    {
                        sum += 10 / (x - 2);
                    }
                    catch (DivideByZeroException) when (i > 2)
                    {
                        sum += 100;
                        continue;
                    }
                    finally
                    {
                        sum++;
                    }

                    if (x == 3) break;
                }
            }
            catch (DivideByZeroException e) { Out.Line(i + " " + e.Message); }
            catch (FormatException e) { Out.Line(i + " " + e.Message); }
        }

        Out.Line(sum);
        var handlers = new List<Func<int>>();
        for (var i = 0; i < 3; i++)
        {
            try { throw new Exception("n" + i); }
            catch (Exception e) { handlers.Add(() => e.Message.Length + i); }
        }

        foreach (var h in handlers) Out.Line(h());
    }
}
