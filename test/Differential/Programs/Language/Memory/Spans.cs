namespace Language.Memory;

public static class Spans
{
    public static void Run()
    {
        int[] a = [5, 3, 9, 1, 7];
        Span<int> s = a;
        s[1] = 30;
        s.Slice(2, 2).Fill(8);
        Out.Line(string.Join(",", a) + s.Length + s.IndexOf(8) + s.LastIndexOf(8) + s.Contains(30));
        s.Reverse();
        s.Sort();
        Out.Line(string.Join(",", s.ToArray()) + s.BinarySearch(8).ToString() + s.SequenceEqual(new[] { 5, 7, 8, 8, 30 }));
        ReadOnlySpan<char> t = "  key : value ";
        var colon = t.IndexOf(':');
        Out.Line("[" + t[..colon].Trim().ToString() + "][" + t[(colon + 1)..].Trim().ToString() + "]" + t.StartsWith("  k") + t.IndexOfAny('v', 'y') + t.Count(' '));
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        Out.Line(BitConverter.TryWriteBytes(bytes, 0x12345678) + " " + bytes[0] + System.Runtime.InteropServices.MemoryMarshal.Read<int>(bytes));
        var ints = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(bytes);
        ints[1] = -1;
        Out.Line(ints.Length + " " + bytes[7] + bytes.IndexOfAnyExcept((byte)0x78));
        Memory<char> m = "memory".ToCharArray();
        m.Span[0] = 'M';
        Out.Line(m.ToString() + m.Slice(3).Length + m[1..3]);
        foreach (var r in "a,b,,c".AsSpan().Split(',')) Out.Line("a,b,,c"[r]);
        Span<Range> ranges = stackalloc Range[4];
        Out.Line("x y  z".AsSpan().Split(ranges, ' ', StringSplitOptions.RemoveEmptyEntries) + ranges[2].ToString());
        Out.Try("copy", () => new int[3].AsSpan().CopyTo(new int[2]));
        Out.Line(new int[3].AsSpan().TryCopyTo(new int[2]) + " " + Span<int>.Empty.IsEmpty + (s == a.AsSpan()) + s.Overlaps(a));
        Out.Line("abc".AsSpan().CompareTo("abd", StringComparison.Ordinal) + " " + "ABC".AsSpan().Equals("abc", StringComparison.OrdinalIgnoreCase) + "abcabc".AsSpan().CommonPrefixLength("abcx"));
    }
}
