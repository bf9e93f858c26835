namespace Language.Types;

public static class PartialAndNested
{
    private partial class Part { private int _a = 1; public int Sum => _a + _b; partial void Hook(string s); public void Call() => Hook("called"); public partial int Later(); }
    private partial class Part { private int _b = 2; partial void Hook(string s) => Out.Line(s); public partial int Later() => 33; }

    private class Outer
    {
        private int _secret = 42;
        public class Inner(Outer o) { public int Peek() => o._secret++; protected internal virtual string Who => "inner"; }
        public sealed class Leaf(Outer o) : Inner(o) { protected internal override string Who => "leaf" + base.Who; }
    }

    public static void Run()
    {
        var p = new Part();
        p.Call();
        Out.Line(p.Sum + p.Later());
        var o = new Outer();
        Out.Line(new Outer.Inner(o).Peek() + new Outer.Leaf(o).Peek() + new Outer.Leaf(o).Who);
    }
}
