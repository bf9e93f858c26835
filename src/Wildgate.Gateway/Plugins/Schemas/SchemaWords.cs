using System.Globalization;
using System.Text.Json;
using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>Says in words what a schema asks for, and what was found.</summary>
internal static class SchemaWords
{
    private const int MaxChoices = 10;

    /// <summary>Such as <c>an integer from 1 to 10</c>.</summary>
    public static string Of(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return "nothing";
        }

        if (schema.TryGetProperty("const", out var only))
        {
            return Show(only);
        }

        if (schema.Find("enum", JsonValueKind.Array) is { } choices)
        {
            var shown = choices.EnumerateArray().Take(MaxChoices).Select(Show);
            var more = choices.GetArrayLength() > MaxChoices ? ", …" : "";
            return $"one of {string.Join(", ", shown)}{more}";
        }

        var types = schema.Types();
        return types.Length == 0
            ? "a value" + Bounds(schema, "number") + Bounds(schema, "string") + Bounds(schema, "array")
            : string.Join(" or ", types.Select(type => Article(type) + Bounds(schema, type)));
    }

    public static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Quotation.Of(value.GetString()!),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()}",
        JsonValueKind.Number => Quotation.Of(value.GetRawText()).Trim('"'),
        _ => value.GetRawText(),
    };

    private static string Article(string type) => type switch
    {
        "integer" => "an integer",
        "object" => "an object",
        "array" => "a list",
        "boolean" => "true or false",
        "number" or "string" => $"a {type}",
        "null" => "null",
        _ => Quotation.Of(type),
    };

    private static string Bounds(JsonElement schema, string type) => type switch
    {
        "integer" or "number" => Range(schema.Number("minimum"), schema.Number("maximum"), "")
            + (schema.Number("exclusiveMinimum") is { } above ? $" above {Text(above)}" : "")
            + (schema.Number("exclusiveMaximum") is { } below ? $" below {Text(below)}" : "")
            + (schema.Number("multipleOf") is { } step ? $" that is a multiple of {Text(step)}" : ""),
        "string" => Range(schema.Number("minLength"), schema.Number("maxLength"), " characters")
            + (schema.Text("pattern") is { } pattern ? $" that matches {Quotation.Of(pattern)}" : ""),
        "array" => Range(schema.Number("minItems"), schema.Number("maxItems"), " items"),
        "object" => Range(schema.Number("minProperties"), schema.Number("maxProperties"), " fields"),
        _ => "",
    };

    private static string Range(double? least, double? most, string unit)
    {
        if (unit.Length == 0)
        {
            return (least, most) switch
            {
                (null, null) => "",
                ({ } from, { } to) => $" from {Text(from)} to {Text(to)}",
                ({ } from, null) => $" of at least {Text(from)}",
                (null, { } to) => $" of at most {Text(to)}",
            };
        }

        // One of them is no plural.
        unit = (most ?? least) == 1 ? unit[..^1] : unit;
        return (least, most) switch
        {
            (null, null) => "",
            ({ } from, { } to) when from == to => $" of {Text(from)}{unit}",
            ({ } from, { } to) => $" of {Text(from)} to {Text(to)}{unit}",
            ({ } from, null) => $" of at least {Text(from)}{unit}",
            (null, { } to) => $" of at most {Text(to)}{unit}",
        };
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
