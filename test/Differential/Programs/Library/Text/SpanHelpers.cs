namespace Library.Text;

public static class SpanHelpers
{
    public static void Run()
    {
        ReadOnlySpan<char> s = "  The quick brown fox, jumps  ";
        Out.Line(s.Trim().ToString() + s.TrimStart().Length + s.TrimEnd("s ").Length + s.IndexOf("quick") + s.LastIndexOf(' ') + s.IndexOfAny("xyz") + s.IndexOfAnyExcept(' ') + s.ContainsAny("qz") + s.Count("o") + s.CommonPrefixLength("  Then") + s.IndexOfAnyInRange('q', 'v') + s.LastIndexOfAnyExceptInRange('a', 'z'));
        foreach (var r in s.Split(' ')) Out.Line("[" + s[r].ToString() + "]");
        foreach (var r in s.SplitAny(',', 'o')) Out.Line(r.ToString());
        Span<Range> ranges = stackalloc Range[4];
        var n = s.Split(ranges, ' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < n; i++) Out.Line(s[ranges[i]].ToString());
        foreach (var l in "a\r\nb\nc".AsSpan().EnumerateLines()) Out.Line(l.ToString());
        Span<int> a = [5, 3, 9, 1, 7];
        a.Sort();
        Out.Line(string.Join(",", a.ToArray()) + a.BinarySearch(7) + a.BinarySearch(4) + a.Contains(9) + a.SequenceEqual([1, 3, 5, 7, 9]) + a.SequenceCompareTo([1, 4]) + a.IndexOf([5, 7]) + a.StartsWith([1]) + a.EndsWith(9));
        a.Reverse();
        a[1..3].Fill(0);
        a.Replace(0, -1);
        Out.Line(string.Join(",", a.ToArray()));
        a.Sort((x, y) => y - x);
        Span<string> keys = ["a", "b", "c", "d", "e"];
        a.Sort(keys);
        Out.Line(string.Join(",", a.ToArray()) + string.Join(",", keys.ToArray()));
        int[] overlap = [1, 2, 3, 4, 5];
        overlap.AsSpan(0, 4).CopyTo(overlap.AsSpan(1));
        Out.Line(string.Join(",", overlap) + overlap.AsSpan().Overlaps(overlap.AsSpan(2), out var offset) + offset);
        Out.Line("Straße".AsSpan().Equals("STRASSE", StringComparison.OrdinalIgnoreCase) + " " + "ABC".AsSpan().StartsWith("ab", StringComparison.OrdinalIgnoreCase) + "abc".AsSpan().CompareTo("abd", StringComparison.Ordinal) + "abc".AsSpan().IsWhiteSpace() + string.GetHashCode("x".AsSpan()).Equals("x".GetHashCode()));
        Span<char> up = stackalloc char[4];
        Out.Line("aé1z".AsSpan().ToUpperInvariant(up) + up.ToString() + "x".AsSpan().TryCopyTo(up) + "12345".AsSpan().TryCopyTo(up));
        Out.Line(up.TryWrite($"{5:D2}{'c'}", out var w) + " " + w + up[..w].ToString() + up.TryWrite($"{123456}", out w));
        Out.Try("copy", () => new int[3].AsSpan().CopyTo(new int[2]));
        Out.Try("slice", () => "abc".AsSpan(2, 2).ToString());
        Out.Line(System.Runtime.InteropServices.MemoryMarshal.Cast<int, byte>([0x01020304]).Length + System.Runtime.InteropServices.MemoryMarshal.Read<int>([4, 3, 2, 1]) + System.Runtime.InteropServices.MemoryMarshal.AsBytes<char>("a".ToCharArray())[0]);
    }
}
