namespace Language.Types;

public static class StaticOrder
{
    private static int Say(string s, int v) { Out.Line(s); return v; }
    private class Fields { public static int A = Say("A", B + 1), B = Say("B", 5); public static readonly int C = Say("C", A + B); public const int K = 9; static Fields() => Say("cctor", 0); public static void Touch() { } }
    private class Base { public static int S = Say("Base.S", 1); public int I = Say("Base.I", 2); static Base() { } public Base() => Virtual(); public virtual void Virtual() => Out.Line("base virtual"); }
    private class Derived : Base { public static int T = Say("Derived.T", 3); public int J = Say("Derived.J", 4); static Derived() { } public Derived() : base() => Out.Line("ctor " + J); public override void Virtual() => Out.Line("virtual " + J); }
    private class Loop1 { public static int X = Say("Loop1", Loop2.Y + 1); static Loop1() { } }
    private class Loop2 { public static int Y = Say("Loop2", Loop1.X + 10); static Loop2() { } }
    private class Gen<T> { public static int N = Say("Gen " + typeof(T).Name, 0); static Gen() { } public static int Next() => ++N; }
    private struct Val { public static int Z = Say("Val.Z", 8); public int Q; static Val() { } public Val(int q) => Q = q; public int Get() => Q; }
    private interface IHas { static int H = Say("IHas", 6); static IHas() { } void M() { } }
    private class Has : IHas;

    public static void Run()
    {
        Out.Line("start " + Fields.K);
        Fields.Touch();
        Out.Line(Fields.A + " " + Fields.B + Fields.C);
        Out.Line(default(Val).Get() + new Val[2].Length);
        Out.Line(new Val(3).Get());
        new Derived();
        Out.Line(Derived.S);
        Out.Line(Loop2.Y + " " + Loop1.X);
        Out.Line(Gen<int>.Next() + Gen<string>.Next() + Gen<int>.Next() + Gen<object>.Next());
        IHas h = new Has();
        h.M();
        Out.Line(IHas.H);
    }
}
