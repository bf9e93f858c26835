namespace Language.Types;

public static class EnumNames
{
    private enum Colour { Red, Green = 5, Blue, Cyan = Green }
    private enum Small : byte { A = 200, B = 255 }
    private enum Signed : sbyte { Minus = -3, Zero = 0, Plus = 3 }
    private enum Big : ulong { Max = ulong.MaxValue, One = 1 }
    private enum Long : long { Low = long.MinValue, High = long.MaxValue }

    public static void Run()
    {
        Out.Line($"{Colour.Red} {Colour.Blue} {(Colour)9} {Small.B} {(Small)7} {Signed.Minus} {(Signed)(-1)} {Big.Max} {(Big)2} {Long.Low}");
        Out.Line(Colour.Blue.ToString("D") + Colour.Blue.ToString("X") + Small.A.ToString("x") + Signed.Minus.ToString("D") + Colour.Blue.ToString("G") + $"{Colour.Red:D}|{Colour.Red,8}|{Colour.Red,-8}|");
        Out.Line(string.Join(",", Enum.GetNames<Colour>()) + string.Join(",", Enum.GetValues<Signed>()) + string.Join(",", Enum.GetValues<Small>().Select(v => (int)v)));
        Out.Line(Enum.IsDefined(Colour.Blue) + " " + Enum.IsDefined((Colour)1) + Enum.GetName(Small.A) + Enum.IsDefined<Colour>((Colour)5));
        Out.Line(Colour.Red.CompareTo(Colour.Blue) + " " + Colour.Red.Equals(Colour.Red) + Colour.Red.Equals(0) + (Colour.Green == Colour.Cyan) + (Colour.Blue - Colour.Red) + (Colour.Red + 1) + Colour.Green.GetHashCode());
        object boxed = Colour.Green;
        Out.Line(boxed.ToString() + (int)(Colour)boxed + (boxed is Colour) + (boxed is int) + (boxed is Enum) + (boxed is IComparable));
        Out.Line((int)boxed);
    }
}
