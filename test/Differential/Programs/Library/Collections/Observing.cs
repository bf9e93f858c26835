using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.ComponentModel;

namespace Library.Collections;

public static class Observing
{
    private sealed class Model : INotifyPropertyChanged
    {
        public event PropertyChangedEventHandler PropertyChanged;
        public int V { get; set { if (field == value) return; field = value; PropertyChanged?.Invoke(this, new(nameof(V))); } }
    }

    private sealed class Loud : Collection<int>
    {
        protected override void InsertItem(int i, int v) { Out.Line("insert " + i + v); base.InsertItem(i, v * 2); }
        protected override void RemoveItem(int i) { Out.Line("remove " + i); base.RemoveItem(i); }
        protected override void ClearItems() { Out.Line("clear"); base.ClearItems(); }
    }

    private sealed class Keyed : KeyedCollection<string, string> { protected override string GetKeyForItem(string s) => s[..1]; }

    public static void Run()
    {
        var o = new ObservableCollection<string> { "a" };
        o.CollectionChanged += (_, e) => Out.Line(e.Action + " " + e.NewStartingIndex + e.OldStartingIndex + (e.NewItems?[0] ?? "-") + (e.OldItems?[0] ?? "-"));
        o.Add("b");
        o[0] = "c";
        o.Move(0, 1);
        o.RemoveAt(0);
        o.Clear();
        var l = new Loud { 1, 2 };
        l.Insert(0, 5);
        l.Remove(4);
        Out.Line(string.Join(",", l));
        l.Clear();
        var k = new Keyed { "apple", "bob" };
        Out.Line(k["b"] + k.Contains("a") + k.TryGetValue("z", out _));
        Out.Try("twice", () => k.Add("axe"));
        var m = new Model();
        m.PropertyChanged += (s, e) => Out.Line(e.PropertyName + ((Model)s).V);
        m.V = 3;
        m.V = 3;
        var r = new ReadOnlyCollection<int>([1, 2]);
        Out.Line(r.Count + r[1] + r.IndexOf(2));
        Out.Try("read only", () => ((IList<int>)r).Add(3));
        Out.Line(new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { ["x"] = 4 })["x"] + new ReadOnlySet<int>(new HashSet<int> { 1 }).Count);
        var n = new NameValueCollection { { "a", "1" }, { "A", "2" }, { "b", null } };
        Out.Line(n["a"] + n.Count + string.Join("|", n.AllKeys) + n.GetValues("a").Length);
    }
}
