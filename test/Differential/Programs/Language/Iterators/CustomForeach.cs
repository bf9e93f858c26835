namespace Language.Iterators;

public static class CustomForeach
{
    private ref struct SpanLines(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> _rest = rest;
        public ReadOnlySpan<char> Current { get; private set; }
        public SpanLines GetEnumerator() => this;
        public bool MoveNext()
        {
            if (_rest.IsEmpty) return false;
            var i = _rest.IndexOf('\n');
            Current = i < 0 ? _rest : _rest[..i];
            _rest = i < 0 ? default : _rest[(i + 1)..];
            return true;
        }
    }

    private class Refs
    {
        private readonly int[] _v = [1, 2, 3];
        public E GetEnumerator() => new(_v);
        public struct E(int[] v) : IDisposable { private int _i = -1; public ref int Current => ref v[_i]; public bool MoveNext() => ++_i < v.Length; public void Dispose() => Out.Line("disposed"); }
        public override string ToString() => string.Join(",", _v);
    }

    public static void Run()
    {
        foreach (var line in new SpanLines("one\ntwo\n\nfour")) Out.Line("[" + line.ToString() + "]");
        var r = new Refs();
        foreach (ref var x in r) x *= 10;
        Out.Line(r);
        foreach (var (k, v) in new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }) Out.Line(k + v);
        foreach (char c in "hé") Out.Line((int)c);
        foreach (var row in new[,] { { 1, 2 }, { 3, 4 } }) Out.Line(row);
        foreach (object o in new System.Collections.ArrayList { 1, "two", 3.0 }) Out.Line(o);
        foreach (var (i, s) in new[] { "x", "y" }.Index()) Out.Line(i + s);
        Out.Try("modified", () => { var l = new List<int> { 1, 2 }; foreach (var x in l) l.Add(x); });
    }
}
