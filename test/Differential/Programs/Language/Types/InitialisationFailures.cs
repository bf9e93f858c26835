namespace Language.Types;

public static class InitialisationFailures
{
    private static int s_runs;

    private static class Once
    {
        public static readonly int Value = Fail("once");
        static Once() { }
    }

    private static class Outer
    {
        public static readonly int Value = Once.Value + 1;
        static Outer() { }
    }

    private static class Catching
    {
        public static readonly string Text = Try();
        private static string Try()
        {
            try { return "got " + Outer.Value; }
            catch (TypeInitializationException e) { return e.TypeName + " / " + e.InnerException.GetType().Name; }
        }
    }

    private class Instance
    {
        static Instance() => Fail("instance");
        public override string ToString() => "never";
    }

    private static class Sometimes<T>
    {
        public static readonly T Value = typeof(T) == typeof(int) ? throw new FormatException("int") : default;
    }

    private static int Fail(string name)
    {
        s_runs++;
        throw new InvalidOperationException(name + s_runs);
    }

    private static TypeInitializationException Failure(Action action)
    {
        try { action(); return null; }
        catch (TypeInitializationException e) { return e; }
    }

    public static void Run()
    {
        var first = Failure(() => Out.Line(Once.Value));
        var second = Failure(() => Out.Line(Once.Value));
        Out.Line(first.InnerException.Message + ReferenceEquals(first, second) + s_runs);
        var outer = Failure(() => Out.Line(Outer.Value));
        Out.Line(outer.InnerException.GetType().Name + ReferenceEquals(outer.InnerException, first) + s_runs);
        Out.Line(Catching.Text);
        for (var i = 0; i < 2; i++)
        {
            Out.Line(Failure(() => Out.Line(new Instance().ToString())).InnerException.Message);
        }

        Out.Line(Failure(() => Out.Line(Sometimes<int>.Value)).InnerException.Message);
        Out.Line(Sometimes<long>.Value);
    }
}
