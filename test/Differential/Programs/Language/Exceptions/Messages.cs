namespace Language.Exceptions;

public static class Messages
{
    public static void Run()
    {
        Out.Try("null", () => { string s = null; Out.Line(s.Length); });
        Out.Try("index", () => Out.Line((new int[2])["ab".Length]));
        Out.Try("divide", () => { var z = 0; Out.Line(1 / z); });
        Out.Try("modulo", () => { var z = 0L; Out.Line(1 % z); });
        Out.Try("arg", () => ArgumentNullException.ThrowIfNull((object)null, "name"));
        Out.Try("range", () => ArgumentOutOfRangeException.ThrowIfGreaterThan(5, 3, "five"));
        Out.Try("empty", () => ArgumentException.ThrowIfNullOrEmpty("", "text"));
        Out.Try("white", () => ArgumentException.ThrowIfNullOrWhiteSpace(" ", "text"));
        Out.Try("disposed", () => ObjectDisposedException.ThrowIf(true, "obj"));
        Out.Try("list", () => new List<int>()[0].ToString());
        Out.Try("key", () => new Dictionary<string, int>()["missing"].ToString());
        Out.Try("duplicate", () => new Dictionary<int, int> { { 1, 1 }, { 1, 2 } }.Clear());
        Out.Try("first", () => new int[0].First());
        Out.Try("single", () => new[] { 1, 2 }.Single());
        Out.Try("format", () => int.Parse("x1"));
        Out.Try("overflow", () => int.Parse("99999999999"));
        Out.Try("byte", () => byte.Parse("256"));
        Out.Try("substring", () => "abc".Substring(4));
        Out.Try("queue", () => new Queue<int>().Dequeue());
        Out.Try("stack", () => new Stack<int>().Pop());
        Out.Try("enum", () => Enum.Parse<DayOfWeek>("Noday"));
        Out.Try("not impl", () => throw new NotImplementedException());
        Out.Try("not supp", () => ((ICollection<int>)new[] { 1 }).Add(2));
        Out.Try("date", () => new DateTime(2023, 2, 30).ToString());
        Out.Try("span", () => new Span<int>(new int[2]).Slice(3).Clear());
        Out.Try("switch", () => Out.Line(3 switch { 1 => "a", 2 => "b" }));
        Out.Try("aggregate", () => throw new AggregateException("many", new Exception("x"), new ArgumentException("y")));
    }
}
