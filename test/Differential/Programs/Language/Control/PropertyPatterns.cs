namespace Language.Control;

public static class PropertyPatterns
{
    private class Address { public string City; public int? Zip { get; init; } }
    private class Customer { public string Name; public Address Home; public int[] Orders = []; }

    private static string Describe(Customer c) => c switch
    {
        { Home.City: "Paris", Home.Zip: > 75000 } => "parisian",
        { Home: { City: { Length: > 5 } city } } => "long city " + city,
        { Home: null, Orders: [] } => "homeless without orders",
        { Orders: [_, _, ..] o } => "orders " + o.Length,
        { Name: not (null or "") and var n } => n,
        { } => "anonymous",
        null => "null",
    };

    public static void Run()
    {
        foreach (var c in new[]
        {
            new Customer { Home = new() { City = "Paris", Zip = 75001 } }, new Customer { Home = new() { City = "London" } }, new Customer(), new Customer { Orders = [1, 2, 3] },
            new Customer { Name = "Ann", Home = new() { City = "Rome" } }, new Customer { Home = new() { City = "Oslo", Zip = 1 } }, null,
        }) Out.Line(Describe(c));
        object o = "text";
        if (o is not string s) Out.Line("not");
        else Out.Line(s.Length);
        Out.Line(o is string { Length: 4 } and ['t', ..] ? "matched" : "no");
        int? n = 5;
        Out.Line(n is 5 ? "five" : "no");
        Out.Line(n is int m and > 3 and not 4 ? m : 0);
        Out.Line(3.0 is double.NaN || double.NaN is double.NaN);
    }
}
