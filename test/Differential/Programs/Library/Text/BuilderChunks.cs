using System.Text;

namespace Library.Text;

public static class BuilderChunks
{
    public static void Run()
    {
        var b = new StringBuilder(4, 1000);
        for (var i = 0; i < 30; i++) b.Append(i).Append(',');
        var n = 0;
        foreach (var c in b.GetChunks()) n += c.Length;
        Out.Line(n == b.Length);
        b.Insert(5, "INSERTED ", 3).Remove(0, 3).Replace("INSERTED", "in", 0, 20).Replace(',', ';', 30, 10);
        Out.Line(b.ToString());
        b[2] = '#';
        Out.Line(b[2] + b.ToString(1, 6) + b.Length + b.MaxCapacity + b.Equals(new StringBuilder(b.ToString(), 16)));
        b.Length = 10;
        b.Length = 12;
        Out.Line(b.ToString().Replace('\0', '0'));
        b.Clear().AppendJoin("+", 1, 2, 3).AppendFormat("{0,5}|{1,-4:x}|{2:0.00}", "r", 255, 1.5).AppendLine().Append('z', 3).Append("substring", 3, 4).Append(new[] { 'p', 'q' }).Append((object)null).Append(true).Append(2.5m).Append($"[{b.Length}]");
        Out.Line(b.ToString());
        var dest = new char[5];
        b.CopyTo(2, dest, 0, 5);
        Out.Line(new string(dest) + b.IndexOfAny2());
        foreach (var r in new StringBuilder("a😀b").EnumerateRunes2()) Out.Line(r.Value);
        Out.Try("capacity", () => new StringBuilder(2, 4).Append("12345"));
        Out.Try("insert", () => new StringBuilder("ab").Insert(3, "c"));
        Out.Try("index", () => Out.Line(new StringBuilder("ab")[2].ToString()));
        var joined = new StringBuilder("x").Append(new StringBuilder("yz")).Append(new StringBuilder("0123"), 1, 2).Insert(0, new[] { '<' }).Insert(1, 5L).Insert(0, 1.5);
        Out.Line(joined + " " + joined.EnsureCapacity(50).CompareTo(49));
    }

    private static int IndexOfAny2(this StringBuilder b) => b.ToString().IndexOfAny(['z', 'q']);
    private static StringRuneEnumerator EnumerateRunes2(this StringBuilder b) => b.ToString().EnumerateRunes();
}
