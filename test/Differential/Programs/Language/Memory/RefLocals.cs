namespace Language.Memory;

public static class RefLocals
{
    private static int[] Data = [];
    private static ref int Find(int v) { for (var i = 0; i < Data.Length; i++) if (Data[i] == v) return ref Data[i]; throw new KeyNotFoundException("no " + v); }
    private static ref readonly string First(in (string A, int B) t) => ref t.A;
    private static void Swap<T>(ref T a, ref T b) => (a, b) = (b, a);
    private static void Split(int n, out int tens, out int ones) { tens = n / 10; ones = n % 10; }
    private class Box { public int V; public string S; }

    public static void Run()
    {
        Data = [1, 2, 3, 4];
        Find(3) = 30;
        ref var r = ref Find(30);
        r++;
        ref int other = ref Data[0];
        other = ref r;
        other *= 2;
        Out.Line(string.Join(",", Data));
        Out.Try("missing", () => Find(99)++);
        var t = ("first", 2);
        Out.Line(First(in t));
        int a = 1, b = 2;
        Swap(ref a, ref b);
        Out.Line(a + " " + b);
        string x = "x", y = "y";
        Swap(ref x, ref y);
        Swap(ref Data[0], ref Data[^1]);
        Out.Line(x + y + Data[0]);
        Split(42, out var p, out _);
        Out.Line(p);
        var box = new Box { S = "s" };
        ref var f = ref box.V;
        f = 9;
        ref var s = ref box.S;
        s += "!";
        Out.Line(box.V + box.S);
        ref var c = ref (a > b ? ref a : ref b);
        c = 100;
        Out.Line(a + b);
        var d = new Dictionary<string, int>();
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(d, "k", out var existed)++;
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(d, "k", out existed)++;
        Out.Line(d["k"] + " " + existed);
    }
}
