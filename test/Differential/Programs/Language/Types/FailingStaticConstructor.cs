namespace Language.Types;

public static class FailingStaticConstructor
{
    private class Bad { public static int X; static Bad() { Out.Line("running"); throw new InvalidOperationException("inside"); } }
    private static class Good { public static readonly int Y = 3; }

    public static void Run()
    {
        try { Out.Line(Bad.X); }
        catch (TypeInitializationException e) { Out.Line(e.InnerException.Message + (e.TypeName is not null)); }

        Out.Line(Good.Y);
    }
}
