namespace Language.Interfaces;

public static class CovariantReturns
{
    private abstract class Shape { public abstract Shape Clone(); public virtual object Key => "shape"; public virtual IEnumerable<object> All() => ["s"]; }
    private class Circle : Shape { public override Circle Clone() => new(); public override string Key => "circle"; public override List<object> All() => ["c", 1]; public int R = 5; }
    private sealed class Disc : Circle { public override Disc Clone() => new() { R = 9 }; public override string Key => "disc" + base.Key; }
    private interface IMake<out T> { T Make(); }
    private class Maker : IMake<Disc>, IMake<string> { Disc IMake<Disc>.Make() => new(); string IMake<string>.Make() => "text"; }

    public static void Run()
    {
        Shape[] all = [new Circle(), new Disc()];
        foreach (var s in all) Out.Line(s.Clone().GetType().Name + s.Key + string.Join("|", s.All()));
        Circle c = new Disc();
        Out.Line(c.Clone().R + c.Key.Length + c.All().Count);
        object m = new Maker();
        Out.Line(((IMake<string>)m).Make() + ((IMake<Disc>)m).Make().Key);
        Out.Line(((IMake<Shape>)m).Make().Key);
        Out.Line(m is IMake<Circle> and not IMake<int>);
    }
}
