namespace Language.Types;

public static class StaticConstructors
{
    private class Precise { public static int X = Log("Precise.X", 1); static Precise() => Log("Precise.cctor", 0); public static void Touch() => Out.Line("touch"); }
    private class Base { static Base() => Out.Line("Base.cctor"); public Base() => Out.Line("Base()"); public static int B = 5; }
    private class Derived : Base { static Derived() => Out.Line("Derived.cctor"); private int _f = Log("field", 2); public Derived() => Out.Line("Derived()"); }
    private class CycleA { public static int V; static CycleA() { V = CycleB.V + 1; } }
    private class CycleB { public static int V; static CycleB() { V = CycleA.V + 1; } }

    private static int Log(string s, int v) { Out.Line(s); return v; }

    public static void Run()
    {
        Out.Line("start");
        Precise.Touch();
        Out.Line(Precise.X);
        _ = new Derived();
        _ = new Derived();
        Out.Line(Base.B);
        Out.Line(CycleA.V + " " + CycleB.V);
    }
}
