namespace Language.Types;

public static class Records
{
    private record Person(string Name, int Age) { public string Upper => Name.ToUpperInvariant(); }
    private record Student(string Name, int Age, string School) : Person(Name, Age);
    private sealed record Deep(Person P, int[] Numbers, DateTime When);
    private record Custom { public int X { get; init; } protected virtual bool PrintMembers(System.Text.StringBuilder b) { b.Append("custom"); return true; } }
    private abstract record Shape; private record Dot : Shape; private record Line2(double Length) : Shape;
    private record Generic<T>(T Value, T Other);

    public static void Run()
    {
        var p = new Person("Ann", 30);
        var q = p with { Age = 31 };
        Out.Line(p + " " + q + (p == q) + (p == new Person("Ann", 30)) + p.Equals((object)q) + (p.GetHashCode() == new Person("Ann", 30).GetHashCode()));
        var (name, age) = q;
        Out.Line(name + age + q.Upper);
        Person s = new Student("Bob", 20, "MIT");
        Out.Line(s + " " + (s == new Person("Bob", 20)) + (s with { Age = 21 }) + (s.GetType() == typeof(Student)));
        Out.Line(new Deep(p, null, new DateTime(2020, 1, 2)));
        Out.Line(new Custom { X = 3 } + " " + new Dot() + new Line2(1.5) + new Generic<int?>(null, 3));
        var set = new HashSet<Person> { p, q, new("Ann", 30) };
        Out.Line(set.Count);
    }
}
