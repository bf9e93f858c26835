namespace Library.Values;

public static class Ranges
{
    private sealed class Ring(params int[] d) { public int Length => d.Length; public int this[int i] => d[(i % d.Length + d.Length) % d.Length]; public int[] Slice(int s, int n) => d[s..(s + n)]; }

    public static void Run()
    {
        int[] a = [0, 1, 2, 3, 4, 5];
        Range[] ranges = [Range.All, 1.., (..^1), 2..4, ^3..^1, 6.., (..0), 3..3];
        foreach (var r in ranges) Out.Line(r + " " + string.Join(",", a[r]) + r.GetOffsetAndLength(6) + r.Start.IsFromEnd);
        Index i = ^2;
        Out.Line(a[i] + i.Value + i.GetOffset(10) + " " + i + Index.End + Index.FromStart(3).Equals(3) + (1..2).Equals(1..2));
        Out.Line("hello"[1..^1] + "hello"[^1] + "x"[1..]);
        var ring = new Ring(5, 6, 7);
        Out.Line(ring[^1] + ring[5] + string.Join(",", ring[1..]));
        Out.Try("range", () => a[4..2].ToString());
        Out.Try("end", () => Out.Line(a[^0]));
        Out.Try("text", () => "abc"[2..5].ToString());
        var l = new List<int>(a);
        Out.Line(l[^1] + l[1..3].Count + string.Join(",", l[..2]));
        int[,] grid = { { 1, 2 }, { 3, 4 } };
        int[][] jagged = [[1], [2, 3]];
        Out.Line(grid[1, 0] + jagged[^1][^1] + grid.GetLength(0) + grid.Rank);
        Span<int> s = a;

        Out.Line(string.Join(",", s[^2..].ToArray()));
    }
}
