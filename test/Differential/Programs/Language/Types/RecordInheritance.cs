namespace Language.Types;

public static class RecordInheritance
{
    private abstract record Animal(string Name) { public int Age { get; init; } protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append("n:" + Name); return true; } }
    private record Dog(string Name, int Legs = 4) : Animal(Name);
    private sealed record Puppy(string Name) : Dog(Name) { public string Toy { get; set; } public override string ToString() => "Puppy " + base.ToString(); }
    private record Pair<T, U>(T First, U Second) where T : class { public virtual string Both => $"{First}{Second}"; }
    private record Self(string N) { public Self Next; public Self(int n) : this("n" + n) => Next = this with { N = "copy" }; protected Self(Self o) { N = o.N + "'"; } }
    private readonly record struct Point(double X, double Y) { public Point Flip() => this with { X = Y, Y = X }; public static implicit operator Point((double, double) t) => new(t.Item1, t.Item2); }
    private record Empty;

    public static void Run()
    {
        Animal a = new Dog("rex") { Age = 3 }, b = new Puppy("rex") { Age = 3, Toy = "ball" };
        Out.Line(a + " " + b);
        Out.Line(a == b);
        Out.Line(a == new Dog("rex") { Age = 3 });
        Out.Line(a.GetHashCode() == new Dog("rex") { Age = 3 }.GetHashCode());
        var c = b with { Name = "max" };
        Out.Line(c.GetType().Name + c);
        Out.Line(c.Equals(b with { Name = "max" }) + " " + c.Equals(null) + ((Animal)null == null));
        var (name, legs) = (Dog)a;
        Out.Line(name + legs);
        var p = new Pair<string, Point>("k", (1, 2));
        Out.Line(p.Both + p + (p with { Second = p.Second.Flip() }) + p.Equals(new("k", new(1, 2))));
        Out.Line(new Self(7).Next.N + new Self("q").N + new Empty() + (new Empty() == new Empty()));
        Out.Line(new Point(double.NaN, 0) == new Point(double.NaN, 0));
        Out.Line(new HashSet<Animal> { a, b, new Dog("rex") { Age = 3 } }.Count);
    }
}
