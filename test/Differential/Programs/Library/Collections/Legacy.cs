using System.Collections;
using System.Collections.ObjectModel;
using System.Collections.Specialized;

namespace Library.Collections;

public static class Legacy
{
    public static void Run()
    {
        var a = new ArrayList { 3, 1, 2 };
        a.Sort();
        a.Add("x");
        Out.Line(a.Count + " " + a[0] + a.Contains("x") + a.IndexOf(2));
        var h = new Hashtable { ["k"] = 1, [2] = "two" };
        Out.Line(h["k"] + "" + h[2] + h.Count + h.ContainsKey("z") + (h["none"] is null));
        var b = new BitArray(70);
        b[3] = true;
        b.Set(69, true);
        Out.Line(b.Get(3) + " " + b.Count + b.Not().Get(4) + b.And(new BitArray(70, true))[0] + b.HasAnySet());
        var c = new ObservableCollection<int>();
        c.CollectionChanged += (o, e) => Out.Line(e.Action + " " + e.NewStartingIndex + (e.NewItems?[0] ?? "-"));
        c.Add(1);
        c.Insert(0, 2);
        c.RemoveAt(1);
        c[0] = 9;
        var n = new NameValueCollection { { "a", "1" }, { "A", "2" }, { "b", "3" } };
        Out.Line(n["a"] + n.Count + n.GetValues("A").Length + string.Join(",", n.AllKeys));
        var ro = new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { ["z"] = 26 });
        Out.Line(ro["z"] + new ReadOnlyCollection<int>([1, 2])[1]);
        Out.Try("read only", () => ((IList<int>)new ReadOnlyCollection<int>([1])).Add(2));
        Out.Line(new Stack(new[] { 1, 2 }).Pop() + "" + new Queue(new[] { 7 }).Dequeue() + new SortedList { ["b"] = 2, ["a"] = 1 }.GetKey(0));
    }
}
