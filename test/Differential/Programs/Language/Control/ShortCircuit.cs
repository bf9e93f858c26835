namespace Language.Control;

public static class ShortCircuit
{
    private static bool T(string s) { Out.Line("T" + s); return true; }
    private static bool F(string s) { Out.Line("F" + s); return false; }
    private static int V(int n) { Out.Line("V" + n); return n; }
    private static string N(string s) { Out.Line("N" + (s ?? "null")); return s; }

    public static void Run()
    {
        Out.Line(T("1") || F("2"));
        Out.Line(F("3") && T("4"));
        Out.Line(F("5") | T("6"));
        Out.Line(T("7") ? V(1) : V(2));
        Out.Line(N(null) ?? N("x") ?? N("y"));
        string s = null;
        Out.Line(s?.Substring(V(0)) is null);
        var a = new int[5];
        a[V(1)] = V(2) + V(3) * V(4);
        Out.Line(a[1]);
        var i = 0;
        a[i++] = i++ + i;
        Out.Line(a[0] + " " + i);
        i = 5;
        i = i++ + ++i;
        Out.Line(i);
        int[] b = null;
        Out.Try("order", () => b[V(9)] = V(8));
        List<int> l = null;
        l?.Add(V(7));
        Out.Line((l?.Count ?? -1) + (a?[0] ?? 0));
        Dictionary<string, int[]> d = new() { ["k"] = [1] };
        d["k"][V(0)] += V(5);
        Out.Line(d["k"][0] + (d?["k"]?[0]).ToString());
        l?.Capacity = V(3);
    }
}
