namespace Library.Values;

public static class HashCodes
{
    private sealed class Mod(int n) : IEqualityComparer<int> { public bool Equals(int a, int b) => a % n == b % n; public int GetHashCode(int x) => x % n; }

    public static void Run()
    {
        Out.Line(HashCode.Combine(1, "a").Equals(HashCode.Combine(1, "a")) + " " + (HashCode.Combine(1, 2) == HashCode.Combine(2, 1)));
        HashCode h = default, k = default;
        for (var i = 0; i < 10; i++) { h.Add(i); k.Add(i); }
        h.AddBytes([1, 2, 3, 4, 5]);
        k.AddBytes([1, 2, 3, 4, 5]);
        Out.Line(h.ToHashCode() == k.ToHashCode());
        Out.Line(5.GetHashCode() + " " + 5L.GetHashCode() + (-1L).GetHashCode() + 'a'.GetHashCode() + true.GetHashCode() + ((short)-3).GetHashCode() + 1.5.GetHashCode() + 2.5f.GetHashCode() + ((byte)7).GetHashCode() + (1UL << 40).GetHashCode() + DayOfWeek.Friday.GetHashCode() + new DateTime(5).GetHashCode() + TimeSpan.FromTicks(9).GetHashCode() + ((int?)null).GetHashCode() + ((int?)8).GetHashCode() + 1.5m.GetHashCode().Equals(1.50m.GetHashCode()) + new Version(1, 2).GetHashCode().Equals(new Version(1, 2).GetHashCode()));
        var set = new HashSet<int>(new Mod(3)) { 1, 2, 3, 4, 5 };
        Out.Line(set.Count + " " + set.Contains(10) + set.Comparer.GetHashCode(7));
        Out.Line(StringComparer.OrdinalIgnoreCase.GetHashCode("ABC") == StringComparer.OrdinalIgnoreCase.GetHashCode("abc"));
        Out.Line(EqualityComparer<string>.Default.Equals(null, null) + " " + EqualityComparer<int[]>.Default.Equals([1], [1]) + EqualityComparer<(int, string)>.Default.Equals((1, "a"), (1, "a")) + System.Collections.StructuralComparisons.StructuralEqualityComparer.Equals(new[] { 1, 2 }, new[] { 1, 2 }));
        var e = EqualityComparer<string>.Create((a, b) => a?.Length == b?.Length, s => s.Length);
        Out.Line(new Dictionary<string, int>(e) { ["ab"] = 1 }["xy"]);
        object o = new(), p = new();
        Out.Line((o.GetHashCode() == o.GetHashCode()) + " " + o.Equals(p) + ReferenceEqualityComparer.Instance.Equals(o, o) + System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(null));
    }
}
