namespace Language.Memory;

public static class RefStructs
{
    private ref struct Reader(ReadOnlySpan<byte> data)
    {
        private ReadOnlySpan<byte> _data = data;
        public int Pos;
        public byte Next() => _data[Pos++];
        public readonly bool End => Pos >= _data.Length;
        public ReadOnlySpan<byte> Take(int n) { var r = _data.Slice(Pos, n); Pos += n; return r; }
    }

    private ref struct RefBox<T>(ref T target) { public ref T Target = ref target; public readonly void Set(T v) => Target = v; }
    private interface IReader { int Read(); }
    private ref struct Impl(Span<int> s) : IReader { private Span<int> _s = s; public int Read() => _s[0]++; }
    private static int Use<T>(T r) where T : IReader, allows ref struct => r.Read() + r.Read();

    private ref struct Writer
    {
        private Span<char> _buffer; private int _n;
        public Writer(Span<char> b) => _buffer = b;
        public void Add(scoped ReadOnlySpan<char> s) { s.CopyTo(_buffer[_n..]); _n += s.Length; }
        public override string ToString() => new(_buffer[.._n]);
    }

    public static void Run()
    {
        var r = new Reader([3, 1, 2, 3, 2, 9, 8]);
        while (!r.End) { var n = r.Next(); var s = 0; foreach (var b in r.Take(n)) s += b; Out.Line(n + ":" + s); }
        var x = 5;
        var box = new RefBox<int>(ref x);
        box.Target++;
        box.Set(box.Target * 2);
        Out.Line(x);
        Out.Line(Use(new Impl(new[] { 7 })));
        var w = new Writer(stackalloc char[32]);
        w.Add("abc");
        w.Add(42.ToString());
        Out.Line(w.ToString());
    }
}
