namespace Language.Types;

public static class ExtensionBlocks
{
    public static void Run()
    {
        int[] a = [3, 1, 2];
        Out.Line(a.IsBlank + " " + new int[0].IsBlank + a.Sum2(10));
        Out.Line(string.Twice("ab") + string.Bawl + "abc".Middle);
        Out.Line((a + [9]).Length + (a * 2).Count());
        var p = new Vec { X = 1 };
        p.Bump(4);
        Out.Line(p.X + Vec.Origin.X);
        Out.Line(5.Clamped(7) + 2.5.Clamped(1.5));
        List<string> l = ["x"];
        l.First = "y";
        Out.Line(l.First + l[0]);
    }

    internal struct Vec { public int X; }
}

internal static class Extended
{
    extension<T>(IEnumerable<T> source)
    {
        public bool IsBlank => !source.Any();
        public static IEnumerable<T> operator *(IEnumerable<T> s, int n) { for (var i = 0; i < n; i++) foreach (var x in s) yield return x; }
    }

    extension(int[] a)
    {
        public int Sum2(int start) { foreach (var x in a) start += x; return start; }
        public static int[] operator +(int[] x, int[] y) => [.. x, .. y];
    }

    extension(string s)
    {
        public static string Twice(string x) => x + x;
        public static string Bawl => "SHOUT";
        public char Middle => s[s.Length / 2];
    }

    extension(ref ExtensionBlocks.Vec v) { public void Bump(int n) => v.X += n; }
    extension(ExtensionBlocks.Vec) { public static ExtensionBlocks.Vec Origin => new() { X = -1 }; }
    extension<T>(T x) where T : IComparable<T> { public T Clamped(T max) => x.CompareTo(max) > 0 ? max : x; }
    extension<T>(List<T> l) { public T First { get => l[0]; set => l[0] = value; } }
}
