namespace Differential.Generation;

/// <summary>Arithmetic and conversions.</summary>
internal sealed partial class Expressions
{
    private string Number(DataType type, int depth)
    {
        if (type.IsNarrow)
        {
            // Only narrowing gives a narrow number.
            return random.Chance(30)
                ? Of(DataType.Text, depth - 1) is var text && type.Kind == DataKind.Character ? $"Support.At({text}, 0)" : Leaf(type)
                : Context($"({type.Name})({Of(DataType.Int, depth - 1)})");
        }

        return random.Below(10) switch
        {
            0 or 1 => Conversion(type, depth),
            2 when type.Kind == DataKind.Integer => BitMethod(type, depth),
            2 => type.Kind == DataKind.Decimal ? $"decimal.Truncate({Of(type, depth - 1)})" : $"{Library(type)}.Floor({Of(type, depth - 1)})",
            3 when !type.IsUnsigned => $"(-({Of(type, depth - 1)}))",
            4 when type.Kind == DataKind.Integer => $"(~{Of(type, depth - 1)})",
            5 => $"Math.{random.Pick<string>(["Min", "Max"])}({Of(type, depth - 1)}, {Of(type, depth - 1)})",
            6 when type == DataType.Int => Measure(depth),
            _ => Context(Binary(type, depth)),
        };
    }

    private string Binary(DataType type, int depth)
    {
        var left = Of(type, depth - 1);
        if (type.Kind == DataKind.Integer && random.Chance(25))
        {
            var operation = random.Pick<string>(["<<", ">>", ">>>"]);
            var count = random.Chance(50) ? $"{random.Below(70)}" : Of(DataType.Int, depth - 1);
            return $"({left} {operation} {count})";
        }

        var operators = type.Kind == DataKind.Integer
            ? new[] { "+", "-", "*", "/", "%", "&", "|", "^" } : ["+", "-", "*", "/", "%"];
        var chosen = random.Pick(operators);
        var right = random.Chance(30) ? Literals.Divisor(type, random) : Of(type, depth - 1);
        return $"({left} {chosen} {right})";
    }

    private string Conversion(DataType type, int depth)
    {
        var source = random.Pick(DataType.Numbers);
        return Context($"({type.Name})({Of(source, depth - 1)})");
    }

    private string Context(string expression) =>
        random.Below(6) switch
        {
            0 => $"checked({expression})",
            1 => $"unchecked({expression})",
            _ => expression,
        };

    private string BitMethod(DataType type, int depth)
    {
        var value = Of(type, depth - 1);
        return random.Below(4) switch
        {
            0 => $"{type.Name}.PopCount({value})",
            1 => $"{type.Name}.LeadingZeroCount({value})",
            2 => $"{type.Name}.RotateLeft({value}, {random.Below(70)})",
            _ => $"{type.Name}.Clamp({value}, ({type.Name})3, ({type.Name})100)",
        };
    }

    /// <summary>Virtual, interface and constrained calls.</summary>
    private string Measure(int depth)
    {
        var structures = place.Visible.Where(v => v.Type.Kind == DataKind.Structure).ToList();
        var number = Of(DataType.Int, depth - 1);
        return structures.Count > 0 && random.Chance(60)
            ? $"Support.Measure({random.Pick(structures).Expression}, {number})"
            : $"Support.Animal({Of(DataType.Int, depth - 1)}).Speak({number})";
    }

    private static string Library(DataType type) => type.Name == "float" ? "MathF" : "Math";
}
