namespace Language.Interfaces;

public static class DiamondDefaults
{
    private interface IA { string M() => "A"; int P { get => 1; set { } } }
    private interface IB : IA { string IA.M() => "B"; }
    private interface IC : IA { string IA.M() => "C"; }
    private interface ID : IB, IC { string IA.M() => "D"; }
    private class X : ID;
    private class Y : IB, IC { string IA.M() => "Y"; int IA.P { get => 42; set => Out.Line("set " + value); } }
    private class Z : IB;
    private interface IGen<T> { string Who(T t) => "gen " + typeof(T).Name; }
    private class G : IGen<int>, IGen<string> { string IGen<int>.Who(int t) => "int " + t; }

    public static void Run()
    {
        IA[] all = [new X(), new Y(), new Z()];
        foreach (var a in all)
        {
            a.P = a.P + 1;
            Out.Line(a.M() + a.P);
        }

        Out.Line(((IGen<int>)new G()).Who(3) + ((IGen<string>)new G()).Who("s"));
    }
}
