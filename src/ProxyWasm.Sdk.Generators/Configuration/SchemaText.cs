using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>Writes the JSON Schema (2020-12) of a configuration class.</summary>
internal static class SchemaText
{
    public static string Of(INamedTypeSymbol type)
    {
        var text = new StringBuilder("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",");
        AppendObject(text, type, []);
        return text.Append('}').ToString();
    }

    private static void AppendObject(StringBuilder text, INamedTypeSymbol type, List<string> within)
    {
        var name = type.ToDisplayString();
        text.Append("\"type\":\"object\"");
        if (within.Contains(name))
        {
            // A class within itself: its inside has been described.
            return;
        }

        within.Add(name);
        var properties = ConfigGenerator.PropertiesOf(type);
        text.Append(",\"properties\":{");
        for (var i = 0; i < properties.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Quote(properties[i].Field)).Append(":{");
            AppendValue(text, new ValueType(properties[i].Type), properties[i], within);
            if (properties[i].Description.Length > 0)
            {
                text.Append(",\"description\":").Append(Quote(properties[i].Description));
            }

            text.Append('}');
        }

        text.Append("},\"additionalProperties\":false");
        string[] required =
            [.. properties.Where(property => property.IsRequired).Select(property => Quote(property.Field))];
        if (required.Length > 0)
        {
            text.Append(",\"required\":[").Append(string.Join(",", required)).Append(']');
        }

        within.Remove(name);
    }

    private static void AppendValue(StringBuilder text, ValueType type, ConfigProperty? property, List<string> within)
    {
        string Type(string name) => type.IsNullable ? $"\"type\":[\"{name}\",\"null\"]" : $"\"type\":\"{name}\"";
        switch (type.Kind)
        {
            case ValueKind.Text:
                text.Append(Type("string"));
                AppendAnnotation(text, "minLength", property?.Annotation("MinLengthAttribute", 0));
                AppendAnnotation(
                    text,
                    "maxLength",
                    property?.Annotation("MaxLengthAttribute", 0) ?? property?.Annotation("StringLengthAttribute", 0));
                break;
            case ValueKind.Truth:
                text.Append(Type("boolean"));
                break;
            case ValueKind.Integer or ValueKind.Number:
                text.Append(Type(type.Kind == ValueKind.Integer ? "integer" : "number"));
                AppendAnnotation(text, "minimum", property?.Annotation("RangeAttribute", 0));
                AppendAnnotation(text, "maximum", property?.Annotation("RangeAttribute", 1));
                break;
            case ValueKind.Duration:
                text.Append("\"type\":[\"number\",\"string\"],\"minimum\":0,")
                    .Append("\"pattern\":\"^[0-9]+(\\\\.[0-9]+)?(ms|s|m|h)$\"");
                break;
            case ValueKind.Choice:
                text.Append("\"enum\":[").Append(string.Join(",", type.Choices.Select(choice => Quote(choice.Text))))
                    .Append(type.IsNullable ? ",null]" : "]");
                break;
            case ValueKind.Nested:
                AppendObject(text, (INamedTypeSymbol)type.Symbol, within);
                break;
            case ValueKind.List:
                text.Append(Type("array")).Append(",\"items\":{");
                AppendValue(text, type.Element!, null, within);
                text.Append('}');
                AppendAnnotation(text, "minItems", property?.Annotation("MinLengthAttribute", 0));
                AppendAnnotation(text, "maxItems", property?.Annotation("MaxLengthAttribute", 0));
                break;
            default:
                text.Append(Type("object")).Append(",\"additionalProperties\":{");
                AppendValue(text, type.Element!, null, within);
                text.Append('}');
                break;
        }
    }

    private static void AppendAnnotation(StringBuilder text, string name, object? value)
    {
        if (value is not null)
        {
            text.Append($",\"{name}\":").Append(Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '"' or '\\' => quoted.Append('\\').Append(unit),
                < ' ' => quoted.Append($"\\u{(int)unit:x4}"),
                _ => quoted.Append(unit),
            };
        }

        return quoted.Append('"').ToString();
    }
}
