using System.Text.Json;

namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>What a schema says about a value without looking at the values inside of it.</summary>
internal sealed class ScalarRules(SchemaPatterns patterns, SchemaBudget budget)
{
    /// <param name="schema">An object.</param>
    /// <param name="value">What is compared with it.</param>
    public bool Allow(JsonElement schema, JsonElement value)
    {
        var types = schema.Types();
        return (types.Length == 0 || types.Any(type => IsOf(type, value)))
            && (!schema.TryGetProperty("const", out var only) || JsonElement.DeepEquals(only, value))
            && AllowsChoice(schema, value)
            && value.ValueKind switch
            {
                JsonValueKind.Number => AllowsNumber(schema, value),
                JsonValueKind.String => AllowsText(schema, value.GetString()!),
                JsonValueKind.Array => IsWithin(schema, "minItems", "maxItems", value.GetArrayLength())
                    && AllowsRepetition(schema, value),
                JsonValueKind.Object => IsWithin(schema, "minProperties", "maxProperties", value.GetPropertyCount()),
                _ => true,
            };
    }

    /// <summary>Whether a text matches a regular expression of the schema.</summary>
    public bool Matches(string pattern, string text)
    {
        budget.Spend(1);
        return patterns.IsMatch(pattern, text);
    }

    private static bool IsOf(string type, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => type == "number" || (type == "integer" && IsInteger(value)),
        JsonValueKind.String => type == "string",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.Array => type == "array",
        JsonValueKind.Object => type == "object",
        _ => type == "null",
    };

    private static bool IsInteger(JsonElement value) =>
        value.TryGetInt64(out _) || (value.TryGetDouble(out var number) && Math.Floor(number) == number);

    private bool AllowsChoice(JsonElement schema, JsonElement value)
    {
        if (schema.Find("enum", JsonValueKind.Array) is not { } choices)
        {
            return true;
        }

        budget.Spend(choices.GetArrayLength());
        return choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value));
    }

    private static bool AllowsNumber(JsonElement schema, JsonElement value)
    {
        var number = value.TryGetDouble(out var read) ? read : double.NaN;
        return !(number < schema.Number("minimum"))
            && !(number > schema.Number("maximum"))
            && !(number <= schema.Number("exclusiveMinimum"))
            && !(number >= schema.Number("exclusiveMaximum"))
            && (schema.Number("multipleOf") is not { } step || step <= 0 || IsMultiple(number, step));
    }

    private static bool IsMultiple(double number, double step)
    {
        var quotient = number / step;
        return Math.Abs(quotient - Math.Round(quotient)) < 1e-9;
    }

    private bool AllowsText(JsonElement schema, string text) =>
        IsWithin(schema, "minLength", "maxLength", text.EnumerateRunes().Count())
        && (schema.Text("pattern") is not { } pattern || Matches(pattern, text));

    private bool AllowsRepetition(JsonElement schema, JsonElement list)
    {
        if (schema.Find("uniqueItems", JsonValueKind.True) is null)
        {
            return true;
        }

        // Equal values may be written differently; as texts they are compared in linear time, which finds most.
        budget.Spend(list.GetArrayLength());
        return list.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == list.GetArrayLength();
    }

    private static bool IsWithin(JsonElement schema, string least, string most, int count) =>
        !(count < schema.Number(least)) && !(count > schema.Number(most));
}
