namespace Language.Types;

public static class ReadOnlyMembers
{
    private readonly struct Vec(double x, double y)
    {
        public readonly double X = x, Y = y;
        public double Length => Math.Sqrt(X * X + Y * Y);
        public static readonly Vec Unit = new(1, 0);
        public const int Dimensions = 2;
    }

    private class Limits { public const string Text = "const" + nameof(Limits); public static readonly int[] Sizes = [1, 2, 3]; public readonly int At = Sizes.Length; }

    public static void Run()
    {
        Out.Line(new Vec(3, 4).Length + Vec.Unit.X + Vec.Dimensions);
        Out.Line(Limits.Text + Limits.Sizes[2] + new Limits().At + nameof(List<int>.Count) + nameof(Run));
        const decimal Price = 1.10m;
        const double E = 1e-7;
        const char C = '\u00e9';
        Out.Line(Price * 3 + " " + E + C + (Price == 1.1m));
    }
}
