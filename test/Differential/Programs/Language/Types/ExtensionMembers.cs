namespace Language.Types;

public static class ExtensionMembers
{
    public static string Shout(this string s, int n = 1) => s.ToUpperInvariant() + new string('!', n);
    public static bool IsNone<T>(this T? v) where T : struct => !v.HasValue;
    public static void Deconstruct(this Version d, out string y, out int m) { y = "y" + d.Major; m = d.Minor; }
    public static IEnumerator<int> GetEnumerator(this Range r) { for (var i = r.Start.Value; i < r.End.Value; i++) yield return i; }
    public static void Bump(ref this int n) => n++;

    extension(string s)
    {
        public int Vowels => s.Count(c => "aeiou".Contains(c));
        public string Repeat(int n) => string.Concat(Enumerable.Repeat(s, n));
        public static string Hello => "hello";
        public static string operator *(string a, int n) => a.Repeat(n);
    }

    extension<T>(IEnumerable<T> source)
    {
        public bool IsEmpty => !source.Any();
        public IEnumerable<T> EveryOther() => source.Where((_, i) => i % 2 == 0);
    }

    public static void Run()
    {
        Out.Line("hi".Shout() + "hi".Shout(3) + ((int?)null).IsNone() + "education".Vowels + "ab".Repeat(3) + string.Hello + "xy" * 2);
        (string y, int m) = new Version(2024, 7);
        Out.Line(y + m);
        foreach (var i in 2..5) Out.Line(i);
        var n = 5;
        n.Bump();
        Out.Line(n + new int[0].IsEmpty.ToString() + string.Join(",", new[] { 1, 2, 3, 4, 5 }.EveryOther()));
    }
}
