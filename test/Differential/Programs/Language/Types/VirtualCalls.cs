namespace Language.Types;

public static class VirtualCalls
{
    private class A { public virtual string V() => "A"; public virtual string W() => "A.W" + V(); public A() => Out.Line("ctor sees " + V()); }
    private class B : A { private readonly string _s = "field"; public override string V() => "B" + (_s ?? "null"); }
    private class C : B { public new virtual string V() => "C"; public override string W() => base.W() + "C.W"; }
    private class D : C { public sealed override string V() => "D"; public override string ToString() => "D!" + base.ToString().Length; }
    private abstract class Cov { public abstract object Get(); public virtual Cov Self => this; }
    private class CovString : Cov { public override string Get() => "covariant"; public override CovString Self => this; }

    public static void Run()
    {
        A[] all = [new A(), new B(), new C(), new D()];
        foreach (var a in all) Out.Line(a.V() + " " + a.W() + " " + (a is C c ? c.V() : "-"));
        Out.Line(all[3]);
        Cov cov = new CovString();
        Out.Line(cov.Get() + cov.Self.GetType().Name + new CovString().Get().Length);
    }
}
