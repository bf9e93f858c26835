namespace Library.Collections;

public static class Lists
{
    public static void Run()
    {
        var l = new List<int> { 5, 3, 9, 1 };
        l.AddRange([7, 2]);
        l.Insert(1, 100);
        l.InsertRange(0, new[] { -1, -2 });
        l.RemoveAt(2);
        Out.Line(string.Join(",", l) + l.Count + l.IndexOf(9) + l.LastIndexOf(42) + l.Contains(7) + l.Remove(3) + l.Remove(33));
        l.Sort();
        Out.Line(string.Join(",", l) + l.BinarySearch(7) + l.BinarySearch(8));
        l.Sort((a, b) => b.CompareTo(a));
        l.Reverse(1, 3);
        Out.Line(string.Join(",", l) + l.Find(x => x < 0) + l.FindIndex(x => x == 2) + l.FindLast(x => x > 5) + l.Exists(x => x > 99) + l.TrueForAll(x => x > -5));
        Out.Line(l.RemoveAll(x => x % 2 == 0) + " " + string.Join(",", l) + string.Join(",", l.GetRange(1, 2)) + string.Join(",", l.ConvertAll(x => "s" + x)));
        l.RemoveRange(0, 2);
        l.ForEach(x => Out.Line(x));
        Out.Line(l.ToArray().Length + l.AsReadOnly().Count + l.FindAll(x => x > 0).Count + l.Slice(0, 1)[0]);
        l.Clear();
        l.EnsureCapacity(50);
        Out.Line(l.Count + " " + (l.Capacity >= 50));
        l.TrimExcess();
        Out.Try("index", () => l[0] = 1);
        Out.Try("insert", () => l.Insert(3, 1));
        var words = new List<string> { "pear", "Apple", "fig", null, "apple" };
        words.Sort(StringComparer.Ordinal);
        Out.Line(string.Join(",", words.Select(w => w ?? "null")));
        words.Sort(StringComparer.OrdinalIgnoreCase);
        Out.Line(words[1] + words.IndexOf(null));
    }
}
