using System.Collections;

public static class Patterns
{
    private record Shape;
    private record Circle(double R) : Shape;
    private record Rect(double W, double H) : Shape;
    private record struct Money(decimal Amount, string Currency);

    private enum Color { Red, Green = 5, Blue }

    [Flags]
    private enum Access : byte { None = 0, Read = 1, Write = 2, Execute = 4, All = 7 }

    private enum Wide : long { Big = 5_000_000_000, Neg = -3 }

    private static string Classify(object o) => o switch
    {
        null => "null",
        int and > 5 and < 100 => "medium",
        int i when i < 0 => "negative",
        int i => "int" + i,
        string { Length: > 3 } s => "long " + s,
        string s => "short " + s,
        Circle { R: 1 } => "unit",
        Circle(var r) => "circle " + r,
        Rect { W: var w, H: var h } when w == h => "square " + w,
        Rect => "rect",
        int[] and [1, .., var last] => "list " + last,
        int[] and [] => "empty",
        IEnumerable => "enumerable",
        Color.Red => "red",
        Color c => "color " + c,
        _ => "other",
    };

    private static int Strings(string s)
    {
        switch (s)
        {
            case "alpha": return 1;
            case "beta": return 2;
            case "gamma": return 3;
            case "delta": return 4;
            case "epsilon": return 5;
            case "zeta": return 6;
            case "eta": return 7;
            case "theta": return 8;
            default: return 0;
        }
    }

    public static void Run()
    {
        object[] inputs = [null, 50, -4, 3, "hello", "hi", new Circle(1), new Circle(2.5), new Rect(2, 2), new Rect(1, 2), new[] { 1, 5, 9 }, new int[0], new List<int>(), Color.Red, Color.Blue, 2.5];
        foreach (var i in inputs) Out.Line(Classify(i));
        Out.Line(Strings("delta") + Strings("theta") + Strings("nope") + Strings("eta"));
        Out.Line(new Rect(1, 2).ToString() + (new Rect(1, 2) == new Rect(1, 2)) + (new Rect(1, 2) with { W = 9 }));
        Out.Line(new Money(1.50m, "EUR").ToString() + new Money(1, "x").Equals(new Money(1, "x")));
        Out.Line(((Shape)new Circle(1)).Equals(new Rect(1, 1)));
        Out.Line(Color.Green.ToString() + (Color)7 + Color.Red + (Access.Read | Access.Write) + Access.All + (Access)16 + Access.None);
        Out.Line(Wide.Big + " " + Wide.Neg + " " + (Wide)1);
        Out.Line($"{Color.Blue} {Color.Blue:D} {Color.Blue:X}");
        Out.Line(Enum.Parse<Color>("Green").ToString() + Enum.TryParse<Color>("nope", out _) + Enum.Parse<Access>("Read, Execute"));
        Out.Line(Enum.IsDefined(Color.Green) + " " + Enum.GetNames<Color>().Length + Enum.GetValues<Color>()[1]);
        Out.Line(Access.All.HasFlag(Access.Write) + " " + Color.Red.CompareTo(Color.Blue) + Color.Red.Equals(Color.Red) + Color.Blue.GetHashCode());
        var d = new Dictionary<Color, int> { [Color.Red] = 1, [Color.Blue] = 2 };
        Out.Line(d[Color.Blue]);
        Out.Line((int)Color.Blue + (int)(object)Color.Green);
        object boxed = Color.Green;
        Out.Line((boxed is int) + " " + (boxed is Color) + (int)boxed + (Color)(object)6);
    }
}
