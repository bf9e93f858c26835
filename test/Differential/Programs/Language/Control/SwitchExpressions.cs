namespace Language.Control;

public static class SwitchExpressions
{
    private enum Suit { Clubs, Hearts, Spades }
    private record Card(Suit Suit, int Rank);
    private abstract record Expr; private record Num(double V) : Expr; private record Add(Expr L, Expr R) : Expr; private record Mul(Expr L, Expr R) : Expr; private record Neg(Expr E) : Expr;

    private static double Eval(Expr e) => e switch { Num(var v) => v, Add(var l, var r) => Eval(l) + Eval(r), Mul(Num(0), _) or Mul(_, Num(0)) => 0, Mul(var l, var r) => Eval(l) * Eval(r), Neg(var x) => -Eval(x), _ => throw new ArgumentException() };

    private static string Name(Card c) => c switch
    {
        { Suit: Suit.Hearts, Rank: 12 } => "queen of hearts",
        { Rank: 1 or 14, Suit: var s } => "ace of " + s,
        { Rank: > 10 and <= 13 } => "face",
        (Suit.Spades, < 5) => "low spade",
        not null => "plain",
        null => "nothing",
    };

    private static string Rps(string a, string b) => (a, b) switch { ("rock", "scissors") or ("paper", "rock") or ("scissors", "paper") => "first", var (x, y) when x == y => "tie", _ => "second" };

    public static void Run()
    {
        Out.Line(Eval(new Add(new Num(2), new Mul(new Num(3), new Neg(new Num(4))))) + Eval(new Mul(new Num(0), null)));
        foreach (var c in new[] { new Card(Suit.Hearts, 12), new Card(Suit.Clubs, 14), new Card(Suit.Clubs, 11), new Card(Suit.Spades, 3), new Card(Suit.Clubs, 7), null }) Out.Line(Name(c));
        Out.Line(Rps("rock", "scissors") + Rps("rock", "rock") + Rps("rock", "paper"));
        foreach (var n in new[] { -3, 0, 12, 999 }) Out.Line(n switch { < 0 => "neg", 0 => "zero", < 100 => "some", _ => "many" });
        foreach (object o in new object[] { true, 'c', 1.5, 2m, DayOfWeek.Monday, new DateTime(2020, 2, 2), "s" })
            Out.Line(o switch { bool b => "bool" + b, char => "char", double d => "double" + d, decimal m => "decimal" + m, Enum e => "enum" + e, DateTime { Month: 2 } => "february", _ => "?" });
    }
}
