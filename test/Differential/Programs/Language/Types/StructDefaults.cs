namespace Language.Types;

public static class StructDefaults
{
    private struct Plain { public int A; public string B; public DateTime C; public DayOfWeek D; }
    private struct WithCtor { public int A = 7; public WithCtor() { Out.Line("ctor"); } }
    private struct Equal { public int A; public double D; public string S; }

    public static void Run()
    {
        var p = default(Plain);
        Out.Line(p.A + (p.B ?? "null") + p.C.Ticks + p.D);
        Out.Line(new WithCtor().A + " " + default(WithCtor).A + (new WithCtor[1])[0].A);
        var a = new Equal { A = 1, D = double.NaN, S = "x" };
        Out.Line(a.Equals(new Equal { A = 1, D = double.NaN, S = "x" }) + " " + a.Equals(new Equal { A = 1, D = 0, S = "x" }) + a.Equals(null) + a.Equals("x") + (a.GetHashCode() == new Equal { A = 1, D = double.NaN, S = "x" }.GetHashCode()));
        Out.Line(new Equal { D = 0.0 }.Equals(new Equal { D = -0.0 }));
        Out.Line(a.ToString().EndsWith("Equal") + " " + p.GetType().Name);
        object o = a, q = a;
        Out.Line(o.Equals(q) + " " + ReferenceEquals(o, q) + (o == q));
    }
}
