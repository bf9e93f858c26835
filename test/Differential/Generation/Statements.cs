namespace Differential.Generation;

/// <summary>Makes statements. Every loop counts down the program's fuel, so that every program ends.</summary>
internal sealed partial class Statements(RandomSource random, Surroundings place, SourceWriter writer)
{
    private readonly Expressions _expressions = new(random, place);
    private int _names;

    /// <summary>Some statements in a scope of their own.</summary>
    public void Block(int count, int nesting)
    {
        place.Open();
        for (var i = 0; i < count; i++)
        {
            Statement(nesting);
        }

        place.Close();
    }

    public string Expression(DataType type) => _expressions.Of(type, Depth());

    public string Call(Function function) => _expressions.Call(function, Depth());

    public string NewName(string start) => $"{start}{_names++}";

    public DataType AnyType() => random.Chance(30) ? DataType.Int : random.Pick(place.Types);

    // Many small programs find more than few large ones, but some things need depth.
    private int Depth() => random.Below(10) switch { 0 => 3, < 3 => 2, _ => 1 };

    private void Statement(int nesting)
    {
        if (nesting > 0 && random.Chance(40))
        {
            Compound(nesting - 1);
            return;
        }

        switch (random.Below(10))
        {
            case 0 or 1 or 2:
                Declare(AnyType());
                break;
            case 3:
                Print();
                break;
            case 4:
                CompoundAssignment();
                break;
            case 5:
                UseFunction();
                break;
            case 6 when place.Loops > 0:
                writer.Line($"if ({Expression(DataType.Truth)}) {(random.Chance(50) ? "continue" : "break")};");
                break;
            case 7:
                Closure();
                break;
            case 8 when random.Chance(30):
                writer.Line($"if ({Expression(DataType.Truth)}) throw {Exception()};");
                break;
            default:
                Assign();
                break;
        }
    }

    public void Declare(DataType type)
    {
        var name = NewName("v");
        if (random.Chance(15) && place.WritableOf(type).Count > 0 && !place.InIterator && !place.InAsync && !place.InLambda)
        {
            writer.Line($"ref {type.Name} {name} = {_expressions.Reference(type)};");
            place.Add(new Variable(name, type, Capturable: false));
            return;
        }

        writer.Line($"{type.Name} {name} = {Expression(type)};");
        place.Add(new Variable(name, type));
    }

    private void Print() => writer.Line($"Out.Line(\"{NewName("#")} \" + Support.Text({Expression(AnyType())}));");

    private void Assign()
    {
        var targets = place.Visible.Where(v => v.Writable).ToList();
        if (targets.Count == 0)
        {
            Print();
            return;
        }

        var target = random.Pick(targets);
        if (target.Type.Kind == DataKind.Structure && random.Chance(70))
        {
            var (field, type) = random.Pick(target.Type.Fields);
            writer.Line(random.Chance(25)
                ? $"{target.Expression}.Move({Expression(DataType.Int)});"
                : $"{target.Expression}.{field} = {Expression(type)};");
            return;
        }

        writer.Line($"{target.Expression} = {Expression(target.Type)};");
    }

    private void CompoundAssignment()
    {
        var targets = place.Visible.Where(v => v.Writable && v.Type.IsNumber).ToList();
        if (targets.Count == 0)
        {
            Print();
            return;
        }

        var target = random.Pick(targets);
        var operators = target.Type.Kind is DataKind.Integer or DataKind.Character
            ? new[] { "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=" } : ["+=", "-=", "*=", "/="];
        var line = $"{target.Expression} {random.Pick(operators)} {Expression(target.Type)};";
        writer.Line(random.Chance(25) ? $"checked {{ {line} }}" : line);
    }

    private void UseFunction()
    {
        if (place.Functions.Count == 0)
        {
            Assign();
            return;
        }

        var function = random.Pick(place.Functions);
        switch (function.Kind)
        {
            case FunctionKind.Returning:
                writer.Line($"{Call(function)};");
                break;
            case FunctionKind.Iterating:
                var item = NewName("e");
                writer.Open($"foreach (var {item} in {Call(function)})");
                writer.Line("if (!Support.Go()) break;");
                Loop(() => place.Add(new Variable(item, function.Result, Writable: false)), count: 2, nesting: 0);
                writer.Close();
                break;
            default:
                var result = NewName("v");
                writer.Line($"var {result} = {(place.InAsync && !place.InLambda ? $"await {Call(function)}" : $"{Call(function)}.GetAwaiter().GetResult()")};");
                place.Add(new Variable(result, function.Result));
                break;
        }
    }

    private void Closure()
    {
        var targets = place.Visible.Where(v => v.Writable && v.Capturable).ToList();
        if (targets.Count == 0 || place.InLambda)
        {
            Assign();
            return;
        }

        var name = NewName("f");
        var (loops, canReturn) = (place.Loops, place.CanReturn);
        (place.InLambda, place.Loops, place.CanReturn) = (true, 0, false);
        writer.Open($"Action {name} = () =>");
        writer.Line("if (!Support.Go()) return;");
        Block(2, 0);
        writer.Close("};");
        (place.InLambda, place.Loops, place.CanReturn) = (false, loops, canReturn);
        writer.Line($"{name}();");
        writer.Line($"{name}();");
    }

    private string Exception() => random.Pick<string>(
    [
        "new InvalidOperationException(\"thrown\")", $"new ArgumentException({Expression(DataType.Text)})",
        $"new Failure({Expression(DataType.Int)})", "new DivideByZeroException()",
    ]);
}
