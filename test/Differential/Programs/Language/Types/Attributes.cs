namespace Language.Types;

public static class Attributes
{
    [AttributeUsage(AttributeTargets.All)] private class NoteAttribute(string s) : Attribute { public string S => s; public int N { get; set; } }

    [Note("class", N = 5)] private class Marked { [Note("field")] public int F; [return: Note("ret")] [Obsolete] public int M([Note("p")] int p) => p + F; }

    [System.Diagnostics.Conditional("NEVER_DEFINED")] private static void Gone() => Out.Line("never");
    private static string Caller([System.Runtime.CompilerServices.CallerMemberName] string m = null, [System.Runtime.CompilerServices.CallerLineNumber] int l = 0) => m + (l > 0);
    private static string Expr(bool b, [System.Runtime.CompilerServices.CallerArgumentExpression("b")] string e = null) => e;

    [System.Runtime.CompilerServices.ModuleInitializer] internal static void Init() => Ran++;
    public static int Ran;

    public static void Run()
    {
        Gone();
        Out.Line(new Marked { F = 2 }.M(3) + Caller() + Expr(1 + 1 == 2) + new NoteAttribute("x").S);
        Out.Line(Ran);
    }
}
