namespace Language.Types;

public static class HashCodes
{
    private struct A { public int X, Y; } private struct B { public string S; public double D; } private enum E : byte { One = 1 }
    private readonly record struct R(int X, string S);

    public static void Run()
    {
        Out.Line(new A { X = 1, Y = 2 }.GetHashCode() == new A { X = 1, Y = 2 }.GetHashCode());
        Out.Line(new B { S = "s", D = 1 }.GetHashCode() == new B { S = "s", D = 1 }.GetHashCode());
        Out.Line(new R(1, "s").GetHashCode() == new R(1, "s").GetHashCode());
        Out.Line(1.GetHashCode() + " " + (-5L).GetHashCode() + 'c'.GetHashCode() + true.GetHashCode() + 1.5.GetHashCode() + 1.5f.GetHashCode() + ((short)-3).GetHashCode() + 10UL.GetHashCode() + E.One.GetHashCode() + 0.0.GetHashCode() + (-0.0).GetHashCode());
        Out.Line(new DateTime(2020, 1, 1).GetHashCode() + " " + TimeSpan.FromDays(1).GetHashCode() + new Guid("12345678-1234-1234-1234-123456789abc").GetHashCode() + 5m.GetHashCode() + 5.0m.GetHashCode() + ((int?)4).GetHashCode() + ((int?)null).GetHashCode());
        Out.Line("abc".GetHashCode() == string.Concat("ab", "c").GetHashCode());
        Out.Line(HashCode.Combine(1, 2) == HashCode.Combine(1, 2));
        var h = new HashCode();
        h.Add(1);
        h.Add("x", StringComparer.OrdinalIgnoreCase);
        var g = new HashCode();
        g.Add(1);
        g.Add("X", StringComparer.OrdinalIgnoreCase);
        Out.Line(h.ToHashCode() == g.ToHashCode());
        Out.Line(StringComparer.OrdinalIgnoreCase.GetHashCode("ABC") == StringComparer.OrdinalIgnoreCase.GetHashCode("abc"));
        Out.Line(EqualityComparer<string>.Default.GetHashCode(null) + "" + (1, 2).GetHashCode().Equals((1, 2).GetHashCode()));
    }
}
