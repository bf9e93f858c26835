namespace Differential.Generation;

/// <summary>Makes expressions of a wanted type, none of them a constant for the C# compiler.</summary>
internal sealed partial class Expressions(RandomSource random, Surroundings place)
{
    /// <summary>An expression of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="depth">How deep it may be nested.</param>
    public string Of(DataType type, int depth)
    {
        if (depth <= 0 || random.Chance(15))
        {
            return Leaf(type);
        }

        if (random.Chance(25))
        {
            return OfAnyType(type, depth);
        }

        return type.Kind switch
        {
            DataKind.Truth => Truth(depth),
            DataKind.Text => Text(depth),
            DataKind.Structure => Structure(type, depth),
            DataKind.Enumeration => $"({type.Name})({Of(DataType.Int, depth - 1)} & 15)",
            _ => Number(type, depth),
        };
    }

    /// <summary>A variable if there is one, else a literal behind a call.</summary>
    private string Leaf(DataType type)
    {
        var variables = place.OfType(type);
        if (variables.Count > 0 && random.Chance(75))
        {
            return random.Pick(variables).Expression;
        }

        if (type.Kind == DataKind.Structure)
        {
            return random.Chance(20) ? $"default({type.Name})" : New(type, 0);
        }

        var owners = place.Visible.Where(v => v.Type.Kind == DataKind.Structure).ToList();
        if (owners.Count > 0 && random.Chance(40))
        {
            var owner = random.Pick(owners);
            if (owner.Type.Fields.FirstOrDefault(f => f.Type == type) is { Name: { } field })
            {
                return $"{owner.Expression}.{field}";
            }
        }

        return $"Support.Id({Literals.Of(type, random)})";
    }

    private string New(DataType type, int depth) =>
        $"new {type.Name}({string.Join(", ", type.Fields.Select(f => Of(f.Type, depth - 1)))})";

    /// <summary>What every type can be wrapped in.</summary>
    private string OfAnyType(DataType type, int depth)
    {
        string Inner() => Of(type, depth - 1);
        string Condition() => Of(DataType.Truth, depth - 1);
        var number = Of(DataType.Int, depth - 2);
        return random.Below(14) switch
        {
            0 => $"({Condition()} ? {Inner()} : {Inner()})",
            1 => $"Support.Choose({Condition()}, {Inner()}, {Inner()})",
            2 => $"new Box<{type.Name}>({Inner()}).Value",
            3 => $"(({type.Name})(object)({Inner()}))",
            4 => $"({Inner()}, {number}).Item1",
            5 => $"((Func<{type.Name}, {type.Name}>)({Lambda(type, depth)}))({Inner()})",
            6 => $"new[] {{ {Inner()}, {Inner()} }}[{number} & 1]",
            7 => $"({number} switch {{ 0 => {Inner()}, > 5 and < 100 => {Inner()}, < 0 => {Inner()}, _ => {Inner()} }})",
            8 => Assignment(type, depth),
            9 => $"Support.Last<{type.Name}>([{Inner()}, {Inner()}, {Inner()}])",
            10 when type.Kind is not DataKind.Text => $"(({type.Name}?)({Inner()})).GetValueOrDefault()",
            10 => $"({Inner()} ?? {Inner()})",
            11 when type.Kind is not DataKind.Text => $"(Support.When({Condition()}, {Inner()}) ?? {Inner()})",
            12 => $"Support.Shape<{type.Name}>({number}).Pass({Inner()}, {number})",
            _ => Call(type, depth) ?? Inner(),
        };
    }

    private string Lambda(DataType type, int depth)
    {
        var name = $"p{random.Below(1_000_000)}";
        var before = place.InLambda;
        place.InLambda = true;
        place.Open();
        place.Add(new Variable(name, type));
        var body = Of(type, depth - 1);
        place.Close();
        place.InLambda = before;
        return $"{name} => {body}";
    }

    private string Assignment(DataType type, int depth)
    {
        var targets = place.WritableOf(type);
        if (targets.Count == 0)
        {
            return Leaf(type);
        }

        var target = random.Pick(targets).Expression;
        if (type.Kind is DataKind.Integer or DataKind.Character && random.Chance(40))
        {
            return random.Chance(50) ? $"({target}++)" : $"(--{target})";
        }

        return $"({target} = {Of(type, depth - 1)})";
    }

    /// <summary>A call of an earlier method that returns the type, if there is one.</summary>
    public string? Call(DataType type, int depth)
    {
        var fitting = place.Functions.Where(f => f.Result == type && f.Kind == FunctionKind.Returning).ToList();
        return fitting.Count == 0 ? null : Call(random.Pick(fitting), depth);
    }

    public string Call(Function function, int depth)
    {
        var arguments = function.Parameters.Select(p => p.Modifier switch
        {
            "ref" => Reference(p.Type),
            _ => Of(p.Type, depth - 1),
        });
        return $"{function.Name}({string.Join(", ", arguments)})";
    }

    /// <summary>Something that can be passed by reference.</summary>
    public string Reference(DataType type)
    {
        var targets = place.WritableOf(type);
        return targets.Count > 0 && random.Chance(80)
            ? $"ref {random.Pick(targets).Expression}"
            : $"ref Support.Place<{type.Name}>({Literals.OrDefault(type, random)})";
    }
}
