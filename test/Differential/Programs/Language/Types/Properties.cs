namespace Language.Types;

public static class Properties
{
    private class P
    {
        public int Auto { get; set; } = 4;
        public int Init { get; init; }
        public required string Need { get; set; }
        public int Half { get => field / 2; set => field = value < 0 ? 0 : value; }
        public static int Shared { get; private set; }
        public int Computed => Auto * 2;
        public string Lazy => field ??= Make();
        private int _made;
        private string Make() => "made" + ++_made;
        public int Bump() => ++Shared;
    }

    public static void Run()
    {
        var p = new P { Need = "n", Init = 7 };
        p.Auto++;
        p.Auto += 10;
        p.Half = 9;
        Out.Line($"{p.Auto} {p.Init} {p.Need} {p.Half} {p.Computed} {p.Lazy} {p.Lazy} {p.Bump()} {P.Shared}");
        p.Half = -4;
        Out.Line(p.Half);
        p.Need ??= "x";
        p.Need = null;
        p.Need ??= "y";
        Out.Line(p.Need);
    }
}
