public static class StaticInitialisation
{
    private static class Precise
    {
        public static int Value = Say("precise field");
        static Precise() => Say("precise cctor");
        public static void Touch() => Out.Line("touch");
    }

    private static class Failing
    {
        public static int Value = Fail();
        static Failing() { }
        private static int Fail() => throw new InvalidOperationException("no luck");
    }

    private class A
    {
        public static int X = B.Y + 1;
        static A() { }
    }

    private class B
    {
        public static int Y = A.X + 10;
        static B() { }
    }

    private class Gen<T>
    {
        public static readonly string Name = typeof(T).Name + Say("gen");
        static Gen() { }
    }

    private static int Say(string s)
    {
        Out.Line(s);
        return 1;
    }

    public static void Run()
    {
        Out.Line("start");
        Precise.Touch();
        Precise.Touch();
        try
        {
            Out.Line(Failing.Value);
        }
        catch (TypeInitializationException e)
        {
            Out.Line(e.GetType().Name + e.InnerException.Message);
        }

        Out.Line(A.X + " " + B.Y);
        Out.Line(Gen<int>.Name + Gen<string>.Name + Gen<int>.Name);
    }
}
