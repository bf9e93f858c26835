namespace Language.Control;

public static class PatternLists
{
    private record Node(string Name, int[] Values, Node Next = null);

    private static string Match(object o) => o switch
    {
        null => "null",
        int and > 0 and < 10 or int and 42 => "small",
        int n when n % 2 == 0 => "even " + n,
        int => "int",
        string { Length: 0 } => "empty",
        string and ['a', .., 'z'] => "a..z",
        string s and [_, _, ..] => "two+ " + s[..2],
        string => "one",
        int[] and [] => "none",
        int[] and [var only] => "only " + only,
        int[] and [1, .. var middle, 9] => "1-" + string.Join(",", middle) + "-9",
        int[] and [.., < 0] => "ends negative",
        int[] a => "array " + a.Length,
        Node { Next: { Next.Name: "c" } } => "third is c",
        Node { Values: [1, 2, ..], Next: null } n => "leaf " + n.Name,
        Node(var name, { Length: var l }, _) => name + l,
        (int x, string y) => "tuple " + x + y,
        IEnumerable<int> e => "seq " + e.Count(),
        not ValueType => "reference",
        _ => "value",
    };

    public static void Run()
    {
        var c = new Node("c", []);
        object[] all = [null, 5, 42, 44, 43, -3, "", "abcz", "az", "ab", "q", new int[0], new[] { 7 }, new[] { 1, 2, 3, 9 }, new[] { 1, 9 },
            new[] { 4, -1 }, new[] { 4, 5 }, new Node("a", [1], new("b", [], c)), new Node("l", [1, 2, 3]), c, (3, "t"), new List<int> { 1 }, new object(), 2.5];
        foreach (var o in all) Out.Line(Match(o));
        ReadOnlySpan<char> span = "hello";
        Out.Line(span is "hello" && span is ['h', _, .. { Length: 3 } rest] ? rest.ToString() : "no");
        List<int> list = [1, 2, 3];
        Out.Line(list is [1, .., var last] ? last : -1);
    }
}
