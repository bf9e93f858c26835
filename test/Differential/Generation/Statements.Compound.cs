namespace Differential.Generation;

/// <summary>Statements that hold others.</summary>
internal sealed partial class Statements
{
    private void Compound(int nesting)
    {
        switch (random.Below(9))
        {
            case 0 or 1:
                writer.Open($"if ({Expression(DataType.Truth)})");
                Block(1 + random.Below(2), nesting);
                writer.Close();
                if (random.Chance(50))
                {
                    writer.Open("else");
                    Block(1 + random.Below(2), nesting);
                    writer.Close();
                }

                break;
            case 2:
                CountingLoop(nesting);
                break;
            case 3:
                OtherLoop(nesting);
                break;
            case 4:
                Switch(nesting);
                break;
            case 5 when random.Chance(50):
                writer.Open($"using (new Resource({Expression(DataType.Int)}))");
                Block(1 + random.Below(2), nesting);
                writer.Close();
                break;
            case 6 when place.CanReturn && random.Chance(30):
                writer.Line($"if ({Expression(DataType.Truth)}) goto end;");
                break;
            default:
                Try(nesting);
                break;
        }
    }

    private void CountingLoop(int nesting)
    {
        var name = NewName("i");
        writer.Open($"for (int {name} = {random.Below(4)}; {name} < {random.Below(9)} && Support.Go(); {name}++)");
        Loop(() => place.Add(new Variable(name, DataType.Int, Writable: random.Chance(20))), 2, nesting);
        writer.Close();
    }

    private void OtherLoop(int nesting)
    {
        switch (random.Below(3))
        {
            case 0:
                writer.Open($"while ({Expression(DataType.Truth)} && Support.Go())");
                Loop(() => { }, 2, nesting);
                writer.Close();
                break;
            case 1:
                writer.Open("do");
                Loop(() => { }, 2, nesting);
                writer.Close($"}} while ({Expression(DataType.Truth)} && Support.Go());");
                break;
            default:
                var name = NewName("e");
                var type = AnyType();
                writer.Open($"foreach (var {name} in new {type.Name}[] {{ {Expression(type)}, {Expression(type)} }})");
                Loop(() => place.Add(new Variable(name, type, Writable: false)), 2, nesting);
                writer.Close();
                break;
        }
    }

    private void Loop(Action declare, int count, int nesting)
    {
        place.Loops++;
        place.Open();
        declare();
        Block(count, nesting);
        place.Close();
        place.Loops--;
    }

    private void Switch(int nesting)
    {
        var onText = random.Chance(25);
        writer.Open($"switch ({Expression(onText ? DataType.Text : DataType.Int)})");
        string[] labels = onText
            ? ["case \"a\":", "case \"Bc\" or \"x,y,z\":", "case { Length: > 5 }:", "default:"]
            : ["case 0:", "case 1 or 2:", "case 7:", "case < 0:", "case > 100 and < 10000:", "default:"];

        // A loop around can be continued from here, but what would leave it leaves the switch.
        foreach (var label in labels.Where(label => label == "default:" || random.Chance(60)))
        {
            writer.Open(label);
            Block(1, nesting);
            writer.Line("break;");
            writer.Close();
        }

        writer.Close();
    }

    private void Try(int nesting)
    {
        writer.Open("try");
        Block(1 + random.Below(2), nesting);
        writer.Close();
        var withFinally = random.Chance(40);
        if (!withFinally || random.Chance(60))
        {
            Catches(nesting);
        }

        if (!withFinally)
        {
            return;
        }

        // Nothing may leave a finally block but an exception.
        var (loops, canReturn) = (place.Loops, place.CanReturn);
        (place.Loops, place.CanReturn) = (0, false);
        writer.Open("finally");
        Block(2, Math.Min(nesting, 1));
        writer.Close();
        (place.Loops, place.CanReturn) = (loops, canReturn);
    }

    private void Catches(int nesting)
    {
        var name = NewName("x");

        // A filter looks at the exception alone: it runs after inner finally blocks in a module, a documented difference.
        var first = random.Pick<string>(["Failure", "ArithmeticException", "InvalidOperationException", "OverflowException"]);
        var filter = random.Chance(40) ? $" when ({name}.Message.Length % 2 == {random.Below(2)})" : "";
        writer.Open($"catch ({first} {name}){filter}");
        writer.Line($"Support.Show({name});");
        Block(1, nesting);
        if (random.Chance(20))
        {
            writer.Line(random.Chance(50) ? "throw;" : $"throw new Failure({name}.Message.Length);");
        }

        writer.Close();
        if (random.Chance(70))
        {
            var last = NewName("x");
            writer.Open($"catch (Exception {last})");
            writer.Line($"Support.Show({last});");
            Block(1, nesting);
            writer.Close();
        }
    }
}
