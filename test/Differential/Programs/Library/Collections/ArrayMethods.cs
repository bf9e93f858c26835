namespace Library.Collections;

public static class ArrayMethods
{
    public static void Run()
    {
        int[] a = [5, 2, 8, 1];
        var b = (int[])a.Clone();
        Array.Sort(b);
        Out.Line(string.Join(",", b) + Array.BinarySearch(b, 5) + Array.IndexOf(a, 8) + Array.Exists(a, x => x == 1) + Array.Find(a, x => x > 4) + Array.FindLastIndex(a, x => x > 4));
        Array.Reverse(b, 0, 2);
        Array.Resize(ref b, 6);
        Array.Fill(b, 9, 4, 1);
        Out.Line(string.Join(",", b));
        string[] keys = ["c", "a", "b"];
        int[] values = [3, 1, 2];
        Array.Sort(keys, values, StringComparer.Ordinal);
        Out.Line(string.Join(",", keys) + string.Join(",", values) + Array.TrueForAll(values, x => x > 0));
        Array.Copy(a, 1, b, 0, 3);
        Array.Clear(b, 3, 2);
        Out.Line(string.Join(",", b) + string.Join(",", Array.ConvertAll(a, x => x * 0.5)) + Array.FindAll(a, x => x % 2 == 0).Length);
        var big = Enumerable.Range(0, 3000).Select(i => i * 7919 % 3001).ToArray();
        Array.Sort(big);
        Out.Line(big.SequenceEqual(big.Order()) + " " + big[0] + big[^1]);
        var d = new[] { 3.5, double.NaN, -1, double.NegativeInfinity };
        Array.Sort(d);
        Out.Line(string.Join(",", d));
        var people = new[] { ("b", 2), ("a", 2), ("c", 1) };
        Array.Sort(people, (x, y) => x.Item2 - y.Item2);
        Out.Line(people[0] + "" + ((System.Collections.IStructuralEquatable)new[] { 1, 2 }).Equals(new[] { 1, 2 }, EqualityComparer<int>.Default));
        Out.Line(Array.MaxLength + Array.AsReadOnly(a).Count + string.Join(",", new ArraySegment<int>(a, 1, 2)));
        Buffer.BlockCopy(a, 0, b, 4, 8);
        Out.Line(b[1] + Buffer.ByteLength(a));
    }
}
