namespace Language.Types;

public static class ObjectInitialisers
{
    private class Node { public int V; public Node Next { get; set; } public List<int> Items { get; } = [0]; public Dictionary<string, int> Map { get; } = []; public int[] Array = new int[3]; }
    private class Bag : System.Collections.IEnumerable
    {
        private readonly List<string> _all = [];
        public void Add(string s) => _all.Add(s);
        public void Add(string s, int n) { for (var i = 0; i < n; i++) _all.Add(s + i); }
        public System.Collections.IEnumerator GetEnumerator() => _all.GetEnumerator();
    }

    public static void Run()
    {
        var n = new Node { V = 1, Next = new() { V = 2, Items = { 5, 6 } }, Items = { 7 }, Map = { { "a", 1 }, { "b", 2 } }, Array = { [1] = 9 } };
        Out.Line(n.Next.V + string.Join(",", n.Next.Items) + string.Join(",", n.Items) + n.Map["b"] + n.Array[1]);
        foreach (string s in new Bag { "x", { "y", 2 } }) Out.Line(s);
        var d = new Dictionary<int, string> { [1] = "one", [2] = "two" };
        Out.Line(d[1] + d[2] + n.Next.Next?.V);
        Node target = new() { V = 3 };
        Out.Line(target.V + (target?.Next?.Next is null ? "none" : "some"));
    }
}
