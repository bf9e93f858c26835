namespace Language.Types;

public static class EnumParsing
{
    private enum Colour { Red, Green = 5, Blue }
    [Flags] private enum Access { None = 0, Read = 1, Write = 2, Execute = 4, All = 7 }

    public static void Run()
    {
        Out.Line(Enum.Parse<Colour>("Green") + " " + Enum.Parse<Colour>("blue", true) + Enum.Parse<Colour>("5") + Enum.Parse<Colour>(" 77 "));
        Out.Line(Enum.TryParse<Colour>("green", out var c) + " " + c + Enum.TryParse("RED", true, out c) + c + Enum.TryParse<Colour>("", out _) + Enum.TryParse<Colour>(null, out _));
        Out.Line(Enum.Parse<Access>("Read, Write") + " " + Enum.Parse<Access>("execute,READ", true) + Enum.Parse<Access>("All") + Enum.Parse<Access>("6"));
        Out.Try("unknown", () => Enum.Parse<Colour>("Purple"));
        Out.Try("empty", () => Enum.Parse<Colour>(""));
        Out.Line(Enum.TryParse<Colour>("Red Green", out _) + " " + Enum.TryParse<Access>("Read,", out _));
        Out.Line(Enum.TryParse<Colour>("Blue".AsSpan(), out var d) + " " + d);
        Out.Line((Colour)Enum.ToObject(typeof(Colour), 6) + " " + Enum.GetUnderlyingType(typeof(Colour)).Name);
    }
}
