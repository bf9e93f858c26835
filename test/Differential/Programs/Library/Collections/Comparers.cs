using System.Collections;

namespace Library.Collections;

public static class Comparers
{
    private sealed class ByLength : IComparer<string>, IEqualityComparer<string>, IComparer
    {
        public int Compare(string a, string b) => (a?.Length ?? -1) - (b?.Length ?? -1);
        public bool Equals(string a, string b) => Compare(a, b) == 0;
        public int GetHashCode(string s) => s.Length;
        public int Compare(object a, object b) => Compare((string)a, (string)b);
    }

    private sealed class Weight(int w) : IComparable<Weight>, IComparable { public int W => w; public int CompareTo(Weight o) => o is null ? 1 : w.CompareTo(o.W); public int CompareTo(object o) => CompareTo((Weight)o); public override string ToString() => w + "kg"; }
    private sealed class Plain;

    public static void Run()
    {
        string[] a = ["ccc", "a", null, "bb", "dddd", "e"];
        Array.Sort(a, new ByLength());
        Out.Line(string.Join(",", a.Select(x => x ?? "-")));
        Out.Line(new HashSet<string>(["a", "b", "cc"], new ByLength()).Count + new SortedList<string, int>(new ByLength()) { ["zz"] = 1, ["y"] = 2 }.First().Key + new[] { "a", "bb", "c" }.Distinct(new ByLength()).Count() + new[] { "x", "yy" }.Contains("zz", new ByLength()));
        var w = new List<Weight> { new(5), new(1), null, new(3) };
        w.Sort();
        Out.Line(string.Join(" ", w) + w.Max() + w.BinarySearch(w[2]) + Comparer<Weight>.Default.Compare(null, w[1]));
        Out.Try("no order", () => new[] { new Plain(), new Plain() }.OrderBy(x => x).ToList());
        Out.Try("sort", () => Array.Sort(new[] { new Plain(), new Plain() }));
        Out.Line(StringComparer.Ordinal.Compare("a", "B") + StringComparer.OrdinalIgnoreCase.Compare("a", "B") + " " + StringComparer.InvariantCultureIgnoreCase.Equals("x", "X") + Comparer<int>.Create((x, y) => y - x).Compare(1, 2));
        var table = new ArrayList { 3, 1, 2 };
        table.Sort();
        table.Reverse();
        Out.Line(string.Join(",", table.ToArray()) + table.IndexOf(2) + table.Contains(9));
        var h = new Hashtable { ["k"] = 1, [2] = "two" };
        Out.Line(h.Count + " " + h["k"] + h[2] + h.ContainsKey("no"));
        Array.Sort(new[] { 3, 1, 2 }, a = ["c", "a", "b"]);
        Out.Line(string.Join("", a) + Array.FindIndex(a, x => x == "b") + Array.TrueForAll(a, x => x.Length == 1) + string.Join("", Array.ConvertAll(a, x => x + "!")));
    }
}
