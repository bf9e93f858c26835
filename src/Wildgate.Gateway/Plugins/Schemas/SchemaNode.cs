using System.Text.Json;

namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>Reads the keywords of a schema. One of another form than it should have counts as absent.</summary>
internal static class SchemaNode
{
    public static JsonElement? Find(this JsonElement schema, string keyword, JsonValueKind kind) =>
        schema.TryGetProperty(keyword, out var value) && value.ValueKind == kind ? value : null;

    public static JsonElement? FindSchema(this JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var value) && IsSchema(value) ? value : null;

    public static IEnumerable<JsonElement> Schemas(this JsonElement schema, string keyword) =>
        schema.Find(keyword, JsonValueKind.Array) is { } list ? list.EnumerateArray().Where(IsSchema) : [];

    public static string? Text(this JsonElement schema, string keyword) =>
        schema.Find(keyword, JsonValueKind.String)?.GetString();

    public static double? Number(this JsonElement schema, string keyword) =>
        schema.Find(keyword, JsonValueKind.Number) is { } value && value.TryGetDouble(out var number) ? number : null;

    /// <summary>The names after <c>type</c>: one or several.</summary>
    public static string[] Types(this JsonElement schema)
    {
        if (schema.Text("type") is { } one)
        {
            return [one];
        }

        return schema.Find("type", JsonValueKind.Array) is { } several
            ? [.. several.EnumerateArray().Where(IsText).Select(type => type.GetString()!)]
            : [];
    }

    /// <summary>Follows a reference within the schema.</summary>
    /// <exception cref="UnusableSchemaException">It leads nowhere or elsewhere.</exception>
    public static JsonElement Resolve(JsonElement root, string reference)
    {
        if (reference.Length > 0 && reference[0] == '#')
        {
            var found = root;
            var steps = Uri.UnescapeDataString(reference[1..]).Split('/').Skip(1);
            if (reference.Length == 1 || (reference[1] == '/' && steps.All(step => Enter(ref found, step))))
            {
                return IsSchema(found) ? found : throw Lost(reference);
            }
        }

        throw Lost(reference);
    }

    private static bool Enter(ref JsonElement place, string step)
    {
        var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        switch (place.ValueKind)
        {
            case JsonValueKind.Object:
                return place.TryGetProperty(name, out place);
            case JsonValueKind.Array:
                if (!int.TryParse(name, out var index) || index < 0 || index >= place.GetArrayLength())
                {
                    return false;
                }

                place = place[index];
                return true;
            default:
                return false;
        }
    }

    private static bool IsSchema(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    private static UnusableSchemaException Lost(string reference) => new(
        $"its schema refers to {Configuration.Documents.Quotation.Of(reference)}, which is no place within it");
}
