namespace Language.Generics;

public static class Specialisation
{
    private static string Kind<T>(T value)
    {
        if (typeof(T) == typeof(int)) return "int" + ((int)(object)value + 1);
        if (typeof(T) == typeof(string)) return "string" + ((string)(object)value).Length;
        if (value is IFormattable f) return "formattable " + f.ToString(null, null);
        if (typeof(T).IsValueType) return "value";
        return default(T) is null ? "reference" : "?";
    }

    private struct S { public int A; }

    private static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);
    private static int Compare<T>(T a, T b) => Math.Sign(Comparer<T>.Default.Compare(a, b));

    public static void Run()
    {
        Out.Line(Kind(4) + Kind("four") + Kind(4.5) + Kind(new S()) + Kind(new object()) + Kind<object>(4) + Kind((int?)3));
        Out.Line(Same(1, 1) + " " + Same("a", "A") + Same(double.NaN, double.NaN) + Same<int?>(null, null) + Same(new S { A = 1 }, new S { A = 1 }) + Same(DayOfWeek.Monday, DayOfWeek.Monday) + Same((1, "x"), (1, "x")));
        Out.Line(Compare(1, 2) + " " + Compare("b", "a") + Compare<int?>(null, 1) + Compare(double.NaN, 1) + Compare((1, 2), (1, 3)) + Compare(DayOfWeek.Monday, DayOfWeek.Sunday) + Compare(true, false));
        Out.Try("no comparer", () => Compare(new S(), new S()));
    }
}
