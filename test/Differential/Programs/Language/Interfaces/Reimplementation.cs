namespace Language.Interfaces;

public static class Reimplementation
{
    private interface I { string M(); string N(); }
    private class Base : I { public string M() => "base M"; public virtual string N() => "base N"; }
    private class Hiding : Base { public new string M() => "hiding M"; public override string N() => "hiding N"; }
    private class Again : Base, I { public new string M() => "again M"; }
    private abstract class Half : I { public abstract string M(); string I.N() => "half N"; }
    private sealed class Whole : Half { public override string M() => "whole M"; }

    public static void Run()
    {
        foreach (I i in new I[] { new Base(), new Hiding(), new Again(), new Whole() }) Out.Line(i.M() + "," + i.N());
        Out.Line(new Hiding().M() + ((Base)new Hiding()).M() + ((Base)new Hiding()).N());
    }
}
