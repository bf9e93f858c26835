namespace Language.Exceptions;

public static class Hierarchy
{
    private class Base : Exception { public override string Message => "base message"; }
    private sealed class Leaf : Base { public override string ToString() => "leaf text"; }
    private class Generic<T> : Exception { public Generic(T v) : base("generic " + v) => Value = v; public T Value { get; } }

    public static void Run()
    {
        foreach (var make in new Func<Exception>[] { () => new Base(), () => new Leaf(), () => new Generic<int>(5), () => new Generic<string>("s"), () => new OperationCanceledException() })
        {
            try { throw make(); }
            catch (Leaf e) { Out.Line("leaf " + e); }
            catch (Base e) { Out.Line("base " + e.Message); }
            catch (Generic<int> e) { Out.Line("int " + (e.Value + 1)); }
            catch (Generic<string> e) { Out.Line("string " + e.Value + e.Message); }
            catch (Exception e) { Out.Line(e.GetType().FullName + e.HResult); }
        }

        var a = new AggregateException(new Exception("1"), new AggregateException(new Exception("2"), new Exception("3")));
        Out.Line(a.Flatten().InnerExceptions.Count + a.Message);
        Out.Try("handle", () => a.Flatten().Handle(e => e.Message != "3"));
        Out.Line(new Exception().Message + "|" + new Exception(null, new Exception("in")).Message + "|" + new ArgumentException("m", "p").Message);
        Out.Line(new ArgumentOutOfRangeException("p", 5, "m").Message + new ArgumentNullException("q").ParamName);
    }
}
