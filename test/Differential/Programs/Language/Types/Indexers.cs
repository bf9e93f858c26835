namespace Language.Types;

public static class Indexers
{
    private class Grid
    {
        private readonly int[,] _cells = new int[3, 3];
        public int this[int x, int y] { get => _cells[x, y]; set => _cells[x, y] = value; }
        public string this[string key] => key + _cells[0, 0];
        public ref int this[long flat] => ref _cells[flat / 3, flat % 3];
    }

    private class Tail
    {
        private readonly List<int> _l = [1, 2, 3, 4, 5];
        public int Count => _l.Count;
        public int this[int i] => _l[i];
        public List<int> Slice(int start, int length) => _l.GetRange(start, length);
    }

    public static void Run()
    {
        var g = new Grid();
        g[1, 2] = 5;
        g[1, 2] += 3;
        g[5L]++;
        g[0L] = 11;
        Out.Line(g[1, 2] + g["k"]);
        var t = new Tail();
        Out.Line(t[^1] + t[^5] + string.Join(",", t[1..^1]) + string.Join(",", t[..2]) + string.Join(",", t[3..]));
        Out.Try("range", () => g[3, 0] = 1);
        var a = new[] { 0, 1, 2, 3, 4, 5 };
        Out.Line(string.Join(",", a[2..4]) + a[^2] + "hello"[1..^1] + "hello"[^1] + a.AsSpan()[^3..].Length);
        Index i = ^2;
        Range r = 1..^1;
        Out.Line(a[i] + " " + a[r].Length + i + r + r.GetOffsetAndLength(10));
    }
}
