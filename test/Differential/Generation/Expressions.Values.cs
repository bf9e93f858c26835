namespace Differential.Generation;

/// <summary>Truth values, texts and structures.</summary>
internal sealed partial class Expressions
{
    private string Truth(int depth)
    {
        switch (random.Below(8))
        {
            case 0:
                return $"(!{Of(DataType.Truth, depth - 1)})";
            case 1:
                return $"({Of(DataType.Truth, depth - 1)} && {Of(DataType.Truth, depth - 1)})";
            case 2:
                return $"({Of(DataType.Truth, depth - 1)} || {Of(DataType.Truth, depth - 1)})";
            case 3:
                return $"({Of(DataType.Truth, depth - 1)} {random.Pick<string>(["&", "|", "^"])} {Of(DataType.Truth, depth - 1)})";
            case 4:
                return $"({Of(DataType.Text, depth - 1)} == {Of(DataType.Text, depth - 1)})";
            case 5:
                var boxed = random.Pick(DataType.Numbers);
                return $"((object)({Of(boxed, depth - 1)}) is {random.Pick(DataType.Numbers).Name})";
            default:
                var type = random.Pick(DataType.Numbers);
                var comparison = random.Pick<string>(["==", "!=", "<", "<=", ">", ">="]);
                var right = random.Chance(30) ? Literals.Of(type, random) : Of(type, depth - 1);
                return $"({Of(type, depth - 1)} {comparison} {right})";
        }
    }

    private string Text(int depth)
    {
        var text = Of(DataType.Text, depth - 1);
        return random.Below(8) switch
        {
            0 => $"Support.Cut({text} + {Of(DataType.Text, depth - 1)})",
            1 => $"Support.Cut({text} + {Of(random.Pick(DataType.Numbers), depth - 1)})",
            2 => $"Support.Cut($\"<{{{Of(random.Pick(DataType.Numbers), depth - 1)}}}|{{{text},4}}>\")",
            3 => $"{text}.ToUpperInvariant()",
            4 => $"{text}.Replace('a', 'b')",
            5 => $"{text}.Substring({Of(DataType.Int, depth - 1)} & 3)",
            6 => $"Support.Text({Of(random.Pick(place.Types), depth - 1)})",
            _ => $"string.Join(\"-\", {text}.Split(','))",
        };
    }

    private string Structure(DataType type, int depth)
    {
        var variables = place.OfType(type);
        if (variables.Count > 0 && random.Chance(50))
        {
            var (field, fieldType) = random.Pick(type.Fields);
            var variable = random.Pick(variables).Expression;
            return random.Chance(50)
                ? $"({variable} with {{ {field} = {Of(fieldType, depth - 1)} }})"
                : $"{variable}.Moved({Of(DataType.Int, depth - 1)})";
        }

        return New(type, depth);
    }
}
