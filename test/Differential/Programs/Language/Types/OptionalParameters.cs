namespace Language.Types;

public static class OptionalParameters
{
    private static string M(int a, string b = "b", double c = 1.5, DayOfWeek d = DayOfWeek.Friday, int? e = null, Guid g = default) => $"{a}{b}{c}{d}{e}{g.ToString()[..2]}";
    private static string P(string s, params int[] v) => s + v.Length + string.Join("", v);
    private static string P(string s, int only) => s + "single" + only;
    private static string O(object o) => "object";
    private static string O(string s) => "string";
    private static string O(int i) => "int";
    private static string O(long l) => "long";
    private static string O<T>(T t) => "generic";
    private static string O(params object[] all) => "params";
    private static int Order(int a, int b) => a * 10 + b;

    public static void Run()
    {
        Out.Line(M(1) + M(2, c: 3) + M(d: DayOfWeek.Monday, a: 4, b: "x") + M(5, e: 6));
        Out.Line(P("n") + P("o", 1) + P("t", 1, 2) + P("a", [4, 5, 6]));
        Out.Line(O("s") + O(1) + O(1L) + O((short)1) + O(1.5) + O() + O(1, 2) + O((object)"s"));
        var i = 0;
        Out.Line(Order(b: i++, a: i++));
    }
}
