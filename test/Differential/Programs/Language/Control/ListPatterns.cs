namespace Language.Control;

public static class ListPatterns
{
    private static string Match(int[] a) => a switch
    {
        null => "null", [] => "empty", [var x] => "one " + x, [1, 2, 3] => "123", [0, .., 9] => "0..9", [_, > 5, ..] => "second big",
        [var first, .. var mid, var last] when mid.Length > 2 => $"{first} [{string.Join(",", mid)}] {last}", [.., 7] => "ends 7", _ => "other",
    };

    private static string Command(string s) => s.Split(' ') switch
    {
        ["go", ("north" or "south") and var d] => "going " + d,
        ["take", .. var items] => "taking " + string.Join("+", items),
        ["quit" or "exit"] => "bye",
        [{ Length: > 6 }, ..] => "long word",
        _ => "what?",
    };

    public static void Run()
    {
        foreach (var a in new int[][] { null, [], [4], [1, 2, 3], [0, 5, 9], [0, 9], [3, 8, 1], [1, 2, 3, 4, 5], [2, 2, 7], [2, 2] }) Out.Line(Match(a));
        foreach (var c in new[] { "go north", "go up", "take a b", "take", "exit", "inventory now" }) Out.Line(Command(c));
        Out.Line("hello" is ['h', .., 'o'] ? "h..o" : "no");
        Out.Line(new List<string> { "a", "b" } is [var p, var q] ? p + q : "no");
        ReadOnlySpan<char> span = "key=value";
        Out.Line(span is ['k', 'e', 'y', '=', .. var rest] ? rest.ToString() : "none");
        Out.Line(span is "key=value");
    }
}
