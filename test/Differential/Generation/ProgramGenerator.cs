namespace Differential.Generation;

/// <summary>Makes one program: types, methods that call earlier ones, and a method <c>Run</c>.</summary>
internal sealed class ProgramGenerator
{
    private readonly RandomSource _random;
    private readonly Surroundings _place = new();
    private readonly SourceWriter _writer = new();
    private readonly Statements _statements;

    private ProgramGenerator(ulong seed)
    {
        _random = new RandomSource(seed);
        _statements = new Statements(_random, _place, _writer);
        _place.Types.AddRange([.. DataType.Numbers, DataType.Truth, DataType.Text]);
    }

    public static GeneratedProgram Create(string name, ulong seed) => new ProgramGenerator(seed).Create(name);

    private GeneratedProgram Create(string name)
    {
        _writer.Open($"public static class {name}");
        Enumeration();
        for (var i = 0; i < 1 + (_random.Below(4) / 3); i++)
        {
            Structure($"S{i}");
        }

        StaticFields();
        for (var i = 0; i < 1 + (_random.Below(4) / 2); i++)
        {
            Method($"M{i}");
        }

        Run();
        _writer.Close();
        return new GeneratedProgram(name, _writer.ToString());
    }

    private void Enumeration()
    {
        var size = _random.Pick<string>(["byte", "int", "long"]);
        _writer.Line($"public enum E : {size} {{ None, One = 1, Two = 2, Four = 4, High = 100 }}");
        _place.Types.Add(new DataType("E", DataKind.Enumeration, []));
    }

    private void Structure(string name)
    {
        var fields = Enumerable.Range(0, 1 + _random.Below(3))
            .Select(i => ($"F{i}", _statements.AnyType())).ToList();
        var type = new DataType(name, DataKind.Structure, fields);
        _writer.Open($"public struct {name} : IShape");
        foreach (var (field, fieldType) in fields)
        {
            _writer.Line($"public {fieldType.Name} {field};");
        }

        var parameters = string.Join(", ", fields.Select(f => $"{f.Item2.Name} a{f.Item1}"));
        _writer.Open($"public {name}({parameters})");
        fields.ForEach(f => _writer.Line($"{f.Item1} = a{f.Item1};"));
        _writer.Close();
        _place.Open();
        fields.ForEach(f => _place.Add(new Variable(f.Item1, f.Item2, Capturable: false)));
        _place.Add(new Variable("n", DataType.Int));
        _writer.Line($"public int Area(int n) => {_statements.Expression(DataType.Int)};");
        var changed = _random.Pick(fields);
        _writer.Line($"public void Move(int n) => {changed.Item1} = {_statements.Expression(changed.Item2)};");
        _place.Close();
        _writer.Line($"public {name} Moved(int n) {{ var moved = this; moved.Move(n); return moved; }}");
        var texts = string.Join(", ", fields.Select(f => $"{{Support.Text({f.Item1})}}"));
        _writer.Line($"public override string ToString() => $\"{name}({texts})\";");
        _writer.Close();
        _place.Types.Add(type);
    }

    private void StaticFields()
    {
        for (var i = 0; i < 1 + _random.Below(3); i++)
        {
            var type = _statements.AnyType();
            _writer.Line($"private static {type.Name} s_{i}{(type.Kind == DataKind.Text ? " = \"s\"" : "")};");
            _place.Add(new Variable($"s_{i}", type));
        }
    }

    private void Method(string name)
    {
        var kind = _random.Below(6) switch
        {
            0 => FunctionKind.Iterating,
            1 => FunctionKind.Awaiting,
            _ => FunctionKind.Returning,
        };
        var parameters = Enumerable.Range(0, _random.Below(4)).Select(_ => (
            kind == FunctionKind.Returning ? _random.Pick<string>(["", "", "ref", "in"]) : "", _statements.AnyType())).ToList();
        var function = new Function(name, kind, _statements.AnyType(), parameters);
        _place.Open();
        var texts = parameters.Select((p, i) =>
        {
            _place.Add(new Variable($"a{i}", p.Item2, Writable: p.Item1 != "in", Capturable: p.Item1.Length == 0));
            return $"{p.Item1} {p.Item2.Name} a{i}".TrimStart();
        });
        var result = function.Result.Name;
        var (returns, exit) = kind switch
        {
            FunctionKind.Iterating => ($"IEnumerable<{result}>", "yield break"),
            FunctionKind.Awaiting => ($"async Task<{result}>", "return default"),
            _ => (result, "return default"),
        };
        _writer.Open($"private static {returns} {name}({string.Join(", ", texts)})");
        _writer.Line($"if (!Support.Go()) {exit};");
        Body(function);
        _writer.Close();
        _place.Close();
        _place.Functions.Add(function);
    }

    private void Body(Function function)
    {
        (_place.InIterator, _place.InAsync) = (function.Kind == FunctionKind.Iterating, function.Kind == FunctionKind.Awaiting);
        _statements.Declare(function.Result);
        _writer.Open("");
        if (function.Kind == FunctionKind.Iterating)
        {
            Yields(function.Result);
        }
        else
        {
            _statements.Block(1 + _random.Below(2), nesting: 2);
        }

        _writer.Close();
        _writer.Line("end:");
        _writer.Line(function.Kind switch
        {
            FunctionKind.Iterating => $"yield return {_statements.Expression(function.Result)};",
            FunctionKind.Awaiting => $"return await Support.Later({_statements.Expression(function.Result)});",
            _ => $"return {_statements.Expression(function.Result)};",
        });
        (_place.InIterator, _place.InAsync) = (false, false);
    }

    private void Yields(DataType type)
    {
        var guarded = _random.Chance(50);
        _writer.Open($"for (int i = 0; i < {1 + _random.Below(4)} && Support.Go(); i++)");
        _statements.Block(1, nesting: 1);
        if (guarded)
        {
            _writer.Open("try");
        }

        _writer.Line($"yield return {_statements.Expression(type)};");
        _statements.Block(1, nesting: 1);
        if (guarded)
        {
            _writer.Close();
            _writer.Open("finally");
            _writer.Line("Out.Line(\"left\");");
            _writer.Close();
        }

        _writer.Close();
    }

    private void Run()
    {
        _writer.Open("public static void Run()");
        _writer.Line("Support.Refill();");
        _writer.Open("try");
        _statements.Block(1 + _random.Below(2), nesting: 2);
        _writer.Line("end:;");
        _writer.Close();
        _writer.Open("catch (Exception e)");
        _writer.Line("Support.Show(e);");
        _writer.Close();
        foreach (var variable in _place.Visible)
        {
            _writer.Line($"Out.Line(\"{variable.Expression} = \" + Support.Text({variable.Expression}));");
        }

        foreach (var function in _place.Functions.Where(f => f.Kind == FunctionKind.Returning))
        {
            _writer.Line("Support.Refill();");
            _writer.Line($"try {{ Out.Line(\"{function.Name} \" + Support.Text({_statements.Call(function)})); }}");
            _writer.Line("catch (Exception e) { Support.Show(e); }");
        }

        _writer.Close();
    }
}
