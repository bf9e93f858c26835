using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>Writes the JSON Schema (2020-12) of a configuration class: what the generated reader accepts.</summary>
internal sealed class SchemaText
{
    // Hours of so many digits are still a TimeSpan.
    private const string DurationPattern = "^[0-9]{1,8}(\\\\.[0-9]{1,9})?(ms|s|m|h)$";

    private readonly StringBuilder _text = new();
    private readonly INamedTypeSymbol _root;

    // Classes that occur within themselves; they cannot be written out in place.
    private readonly List<INamedTypeSymbol> _referred = [];

    private SchemaText(INamedTypeSymbol root) => _root = root;

    public static string Of(INamedTypeSymbol type) => new SchemaText(type).Write();

    private string Write()
    {
        _text.Append("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",");
        AppendObject(_root, isNullable: false, []);
        for (var i = 0; i < _referred.Count; i++)
        {
            _text.Append(i == 0 ? ",\"$defs\":{" : ",").Append(Quote(_referred[i].ToDisplayString())).Append(":{");
            AppendObject(_referred[i], isNullable: false, []);
            _text.Append('}');
        }

        return _text.Append(_referred.Count > 0 ? "}}" : "}").ToString();
    }

    private void AppendObject(INamedTypeSymbol type, bool isNullable, List<INamedTypeSymbol> within)
    {
        AppendType("object", isNullable);
        var properties = ConfigGenerator.PropertiesOf(type);
        _text.Append(",\"properties\":{");
        for (var i = 0; i < properties.Count; i++)
        {
            _text.Append(i == 0 ? "" : ",").Append(Quote(properties[i].Field)).Append(":{");
            AppendValue(properties[i].Value, properties[i].Limits, [.. within, type]);
            if (properties[i].Description.Length > 0)
            {
                _text.Append(",\"description\":").Append(Quote(properties[i].Description));
            }

            _text.Append('}');
        }

        _text.Append("},\"additionalProperties\":false");
        string[] required =
            [.. properties.Where(property => property.IsRequired).Select(property => Quote(property.Field))];
        if (required.Length > 0)
        {
            _text.Append(",\"required\":[").Append(string.Join(",", required)).Append(']');
        }
    }

    private void AppendValue(ValueType type, Limits limits, List<INamedTypeSymbol> within)
    {
        switch (type.Kind)
        {
            case ValueKind.Text:
                AppendType("string", type.IsNullable);
                AppendCount("Length", limits);
                break;
            case ValueKind.Truth:
                AppendType("boolean", type.IsNullable);
                break;
            case ValueKind.Integer:
                AppendType("integer", type.IsNullable);
                AppendRange(limits.LeastInteger, limits.MostInteger);
                break;
            case ValueKind.Number:
                AppendType("number", type.IsNullable);
                AppendRange(limits.LeastNumber, limits.MostNumber);
                break;
            case ValueKind.Duration:
                _text.Append("\"type\":[\"number\",\"string\"").Append(type.IsNullable ? ",\"null\"]" : "]");
                AppendRange(0, int.MaxValue);
                _text.Append(",\"pattern\":\"").Append(DurationPattern).Append('"');
                break;
            case ValueKind.Choice:
                _text.Append("\"enum\":[").Append(string.Join(",", type.Choices.Select(choice => Quote(choice.Text))))
                    .Append(type.IsNullable ? ",null]" : "]");
                break;
            case ValueKind.Nested:
                AppendNested((INamedTypeSymbol)type.Symbol, type.IsNullable, within);
                break;
            case ValueKind.List:
                AppendType("array", type.IsNullable);
                AppendElements("items", type.Element!, within);
                AppendCount("Items", limits);
                break;
            default:
                AppendType("object", type.IsNullable);
                AppendElements("additionalProperties", type.Element!, within);
                AppendCount("Properties", limits);
                break;
        }
    }

    private void AppendNested(INamedTypeSymbol type, bool isNullable, List<INamedTypeSymbol> within)
    {
        if (!within.Contains(type, SymbolEqualityComparer.Default))
        {
            AppendObject(type, isNullable, within);
            return;
        }

        var isRoot = SymbolEqualityComparer.Default.Equals(type, _root);
        if (!isRoot && !_referred.Contains(type, SymbolEqualityComparer.Default))
        {
            _referred.Add(type);
        }

        var reference = $"\"$ref\":{Quote(isRoot ? "#" : $"#/$defs/{type.ToDisplayString()}")}";
        _text.Append(isNullable ? $"\"anyOf\":[{{{reference}}},{{\"type\":\"null\"}}]" : reference);
    }

    private void AppendElements(string name, ValueType element, List<INamedTypeSymbol> within)
    {
        _text.Append($",\"{name}\":{{");
        AppendValue(element, new Limits(element), within);
        _text.Append('}');
    }

    private void AppendType(string name, bool isNullable) =>
        _text.Append(isNullable ? $"\"type\":[\"{name}\",\"null\"]" : $"\"type\":\"{name}\"");

    private void AppendCount(string what, Limits limits)
    {
        if (limits.LeastCount > 0)
        {
            _text.Append($",\"min{what}\":{limits.LeastCount}");
        }

        if (limits.MostCount < int.MaxValue)
        {
            _text.Append($",\"max{what}\":{limits.MostCount}");
        }
    }

    private void AppendRange(IFormattable? least, IFormattable? most)
    {
        AppendNumber("minimum", least);
        AppendNumber("maximum", most);
    }

    private void AppendNumber(string name, IFormattable? value)
    {
        if (value is not null)
        {
            _text.Append($",\"{name}\":")
                .Append(value.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture));
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
