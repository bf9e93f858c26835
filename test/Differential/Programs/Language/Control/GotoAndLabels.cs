namespace Language.Control;

public static class GotoAndLabels
{
    private static string Machine(string input)
    {
        var i = 0;
        var r = "";
    start:
        if (i >= input.Length) goto end;
        if (char.IsDigit(input[i])) goto number;
        if (char.IsLetter(input[i])) goto word;
        i++;
        goto start;
    number:
        r += "N";
        while (i < input.Length && char.IsDigit(input[i])) i++;
        goto start;
    word:
        r += "W";
        while (i < input.Length && char.IsLetter(input[i])) { i++; if (i < input.Length && char.IsDigit(input[i])) goto number; }
        goto start;
    end:
        return r;
    }

    private static int Irreducible(int n, bool middle)
    {
        var x = 0;
        if (middle) goto inside;
    loop:
        x += 1;
        if (x > 50) return x;
    inside:
        x += n;
        if (x < 40) goto loop;
        return -x;
    }

    public static void Run()
    {
        Out.Line(Machine("abc 123 x9y 7") + Machine(""));
        Out.Line(Irreducible(3, false) + " " + Irreducible(7, true) + " " + Irreducible(0, true) + " " + Irreducible(100, true));
    }
}
