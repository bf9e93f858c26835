namespace Language.Exceptions;

public static class InnerData
{
    private sealed class Layered(string m, Exception inner) : Exception(m, inner)
    {
        public override string Message => "[" + base.Message + "]";
        public override string ToString() => "Layered:" + Message;
    }

    public static void Run()
    {
        try
        {
            try
            {
                try { int.Parse("q"); }
                catch (FormatException e) { throw new Layered("one", e) { Data = { ["k"] = 7 }, HResult = 99, HelpLink = "h", Source = "s" }; }
            }
            catch (Layered e) when (e.Data.Contains("k")) { throw new AggregateException("many", e, new Layered("two", null)); }
        }
        catch (AggregateException e)
        {
            Out.Line(e.InnerExceptions.Count + e.Message);
            Out.Line(e.GetBaseException().Message);
            Out.Line(e.InnerException.GetBaseException().GetType().Name);
            foreach (var x in e.Flatten().InnerExceptions) Out.Line(x + " " + x.HResult + x.HelpLink + x.Source + x.Data.Count);
            e.Handle(x => x is Layered);
            Out.Try("handle", () => e.Handle(x => x.InnerException is null));
        }

        var o = new OperationCanceledException("c", new CancellationToken(true));
        Out.Line(o.CancellationToken.IsCancellationRequested + o.Message);
        Out.Line(new ArgumentException("m", "p").Message + new ArgumentException("m", "p").ParamName);
        Out.Line(new ArgumentOutOfRangeException("p", 3, "m").ActualValue + new ObjectDisposedException("n").ObjectName);
        Out.Line(new KeyNotFoundException().Message + new IndexOutOfRangeException().Message + new TimeoutException().Message);
        Out.Line(new NotSupportedException().HResult.ToString("x") + new ArithmeticException().HResult.ToString("x") + new Exception().HResult.ToString("x"));
    }
}
