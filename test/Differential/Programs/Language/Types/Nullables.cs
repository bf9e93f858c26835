namespace Language.Types;

public static class Nullables
{
    private struct S { public int X; public override string ToString() => "S" + X; }

    private static int? Parse(string s) => int.TryParse(s, out var n) ? n : null;

    public static void Run()
    {
        int? a = 5, b = null;
        Out.Line((a + b).HasValue + " " + (a + 1) + (a > b) + (a < b) + (a == b) + (b == null) + (a ?? 1) + (b ?? 2) + b.GetValueOrDefault(9));
        bool? t = true, f = false, u = null;
        Out.Line($"{t & u}|{f & u}|{t | u}|{f | u}|{!u}|{t ^ f}|{u ^ t}");
        Out.Try("value", () => Out.Line(b.Value));
        object boxed = a, none = b;
        Out.Line(boxed.GetType().Name + (none is null) + (int?)boxed + ((int?)none).HasValue);
        S? s = new S { X = 3 };
        Out.Line(s?.X + " " + s + s.Value + ((S?)null)?.X + s.GetHashCode().Equals(s.Value.GetHashCode()) + s.Equals(new S { X = 3 }));
        Out.Line(Parse("12") * 2 + " " + Parse("x") + (Parse("3") is int n ? n : -1) + (Parse("y") is { } m ? m : -2));
        Out.Line(string.Join(",", new int?[] { 1, null, 3 }) + new int?[] { 1, null, 3 }.Sum());
        b ??= 77;
        b++;
        Out.Line(b + Nullable.Compare(a, b).ToString() + Nullable.Equals(a, 5) + (Nullable.GetUnderlyingType(typeof(int)) == null));
        DateTime? d = null;
        Out.Line(d?.Year.ToString() ?? "no date");
        DayOfWeek? day = DayOfWeek.Friday;
        Out.Line(day + "" + (day == DayOfWeek.Friday) + (DayOfWeek?)null);
    }
}
