public static class Iterators
{
    private static IEnumerable<int> Squares(int n)
    {
        try
        {
            for (var i = 0; i < n; i++)
            {
                if (i % 3 == 2) continue;
                yield return i * i;
            }
        }
        finally
        {
            Out.Line("finished");
        }
    }

    private static IEnumerable<int> Nested(int n)
    {
        foreach (var x in new[] { 1, 2, 3 })
        {
            for (var i = 0; i < n; i++)
            {
                try
                {
                    yield return x * 10 + i;
                }
                finally
                {
                    Out.Line("y");
                }
            }
        }
    }

    private sealed class Tree<T>(T value) where T : IComparable<T>
    {
        private Tree<T> _left, _right;

        public void Add(T v)
        {
            ref var n = ref (v.CompareTo(value) < 0 ? ref _left : ref _right);
            if (n is null) n = new Tree<T>(v);
            else n.Add(v);
        }

        public IEnumerator<T> GetEnumerator()
        {
            if (_left is not null) foreach (var x in _left) yield return x;
            yield return value;
            if (_right is not null) foreach (var x in _right) yield return x;
        }
    }

    public static void Run()
    {
        foreach (var i in Squares(10))
        {
            if (i > 30) break;
            Out.Line(i);
        }

        foreach (var v in Nested(2)) Out.Line(v);
        var tree = new Tree<string>("m");
        foreach (var s in "q a z b n".Split(' ')) tree.Add(s);
        foreach (var s in tree) Out.Line(s);
        Out.Line(Squares(7).Where(x => x % 2 == 0).Select(x => x + 1).Sum());
        using var e = Squares(3).GetEnumerator();
        while (e.MoveNext()) Out.Line(e.Current);
    }
}
