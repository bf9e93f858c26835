namespace Language.Types;

public static class EnumCorners
{
    [Flags] private enum Perm : byte { None = 0, Read = 1, Write = 2, Exec = 4, RW = Read | Write, All = 7, Odd = 128 }
    private enum Neg : sbyte { Low = -5, Zero = 0, AlsoZero = 0, High = 100 }
    private enum Wide : ulong { One = 1, Huge = ulong.MaxValue }
    private enum Gap { A, C = 5, B = 2 }

    public static void Run()
    {
        for (var i = 0; i < 10; i++) Out.Line(((Perm)i).ToString() + " " + (Perm)(i * 17) + ((Perm)i).ToString("D") + ((Perm)i).ToString("X") + ((Perm)i).ToString("F") + ((Gap)i).ToString("F"));
        Out.Line((Neg)(-5) + " " + (Neg)0 + (Neg)7 + (Wide)ulong.MaxValue + (Wide)3 + ((Neg)(-5)).ToString("X") + ((Wide)1).ToString("x"));
        Out.Line(string.Join(",", Enum.GetNames<Gap>()) + string.Join(",", Enum.GetValues<Gap>()) + string.Join(",", Enum.GetNames<Neg>()) + string.Join(",", Enum.GetValues<Neg>().Select(x => (int)x)));
        foreach (var s in new[] { "Read", "read", "Read, Exec", "3", "255", "256", "-1", "", " Write ", "RW,Odd", "nope", "Read,,Write", "Read,nope", "+4" })
        {
            Out.Line(s + ": " + Enum.TryParse<Perm>(s, out var p) + p + Enum.TryParse<Perm>(s, true, out p) + p + Enum.TryParse<Neg>(s, out var n) + n);
        }

        Out.Try("parse", () => Enum.Parse<Perm>("bad"));
        Out.Try("parse empty", () => Enum.Parse<Perm>(" "));
        Out.Try("overflow", () => Enum.Parse<Perm>("300"));
        Out.Line(Enum.IsDefined(Perm.RW) + " " + Enum.IsDefined((Perm)9) + Enum.IsDefined(Neg.Low) + Enum.GetName(Gap.B) + Enum.GetName((Gap)77));
        Out.Line(Perm.All.HasFlag(Perm.RW) + " " + (Perm.Read | Perm.Odd) + (~Perm.Read & Perm.All) + (Perm.All ^ Perm.Exec) + Gap.A.CompareTo(Gap.C) + Gap.A.Equals(Neg.Zero) + Gap.C.GetHashCode());
        var e = Gap.A;
        e++;
        e += 1;
        Out.Line(e + " " + (Gap.C - Gap.B) + (int)(Gap.C - 1) + ((object)e is Gap.B) + ((Enum)e).ToString() + e.GetTypeCode() + Convert.ToInt32(e));
        Out.Line(Enum.GetUnderlyingType(typeof(Wide)).Name + string.Format("{0:D} {0:G} {1:X}", Perm.RW, Neg.High) + $"{Gap.C,4:D}|{Perm.Read,-8}|");
        var d = new Dictionary<Perm, int> { [Perm.Read] = 1, [Perm.RW] = 2 };
        Out.Line(d[Perm.Read | Perm.Write] + string.Join(",", d.Keys));
        Span<char> span = stackalloc char[20];
        Out.Line(Enum.TryFormat(Perm.All, span, out var w) + span[..w].ToString());
    }
}
