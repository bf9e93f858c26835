namespace Language.Types;

public static class TuplesDeep
{
    private static (int Sum, string Text, (bool A, double B) Inner) Make(int x) => (x + 1, "t" + x, (x > 1, x / 2.0));
    private static (T, U) Swap<T, U>(U u, T t) => (t, u);

    public static void Run()
    {
        var (s, t, (a, b)) = Make(3);
        Out.Line(s + t + a + b);
        var big = (1, 2, 3, 4, 5, 6, 7, "eight", 9.5, 'x', (11, 12));
        Out.Line(big.Item8 + big.Item11.Item2 + big + big.GetHashCode().Equals((1, 2, 3, 4, 5, 6, 7, "eight", 9.5, 'x', (11, 12)).GetHashCode()));
        Out.Line((1, "a") == (1, "a") && (1, 2L) != (1, 3));
        Out.Line(((1, 2).CompareTo((1, 3))) + ((IComparable)("b", 1)).CompareTo(("a", 9)) + Swap(1, "x").ToString());
        int i = 1, j = 2, k = 3;
        (i, j, k) = (k, i, j);
        Out.Line(i + "" + j + k);
        int[] arr = [5, 6];
        (arr[0], arr[1]) = (arr[1], arr[0]);
        (var q, arr[0]) = (7, 8);
        Out.Line(arr[0] + "" + arr[1] + q);
        var d = new Dictionary<(int, string), int> { [(1, "a")] = 5 };
        Out.Line(d[(1, "a")] + d.Count + (d.TryGetValue((2, "a"), out _) ? 1 : 0));
        var c = Tuple.Create(1, "two", 3.0);
        Out.Line(c + " " + c.Equals(Tuple.Create(1, "two", 3.0)) + c.Item2 + ((System.Runtime.CompilerServices.ITuple)c).Length + ((System.Runtime.CompilerServices.ITuple)big)[9]);
        foreach (var (index, item) in new[] { "x", "y" }.Index()) Out.Line(index + item);
        var list = new List<(string Name, int Age)> { ("b", 2), ("a", 2), ("c", 1) };
        list.Sort((x, y) => (x.Age, x.Name).CompareTo((y.Age, y.Name)));
        Out.Line(string.Join(" ", list));
        Out.Line(default((int, string, bool?)).ToString() + ValueTuple.Create() + (1, (2, (3, 4))).ToTuple().Item2 + c.ToValueTuple());
    }
}
