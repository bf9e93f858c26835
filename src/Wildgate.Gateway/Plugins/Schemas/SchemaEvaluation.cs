using System.Text.Json;
using Wildgate.Gateway.Configuration.Documents;
using Wildgate.Gateway.Configuration.Reading;

namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>
/// One comparison of a value with a schema: the keywords of JSON Schema 2020-12 that describe data. Others, and
/// formats, are taken for annotations, as the specification allows for vocabularies that are not known; the plugin
/// itself has the last word. It ends after <see cref="SchemaLimits.Steps"/>, whatever the schema says.
/// </summary>
internal sealed class SchemaEvaluation
{
    private readonly JsonElement _root;
    private readonly SchemaBudget _budget = new();
    private readonly ScalarRules _scalars;
    private int _nesting;

    private SchemaEvaluation(JsonElement root)
    {
        _root = root;
        _scalars = new ScalarRules(new SchemaPatterns(), _budget);
    }

    /// <exception cref="UnusableSchemaException">The schema leads nowhere or asks for too much.</exception>
    public static IReadOnlyList<ConfigurationFault> Run(JsonElement schema, JsonElement value)
    {
        if (schema.ValueKind is not (JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
        {
            throw new UnusableSchemaException($"its schema is {SchemaWords.Show(schema)}, not an object");
        }

        var faults = new List<ConfigurationFault>();
        new SchemaEvaluation(schema).Evaluate(schema, value, "", faults);
        return [.. faults.Take(SchemaLimits.Faults)];
    }

    private void Evaluate(JsonElement schema, JsonElement value, string path, List<ConfigurationFault> faults)
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return;
        }

        _budget.Spend(schema.ValueKind == JsonValueKind.Object ? 1 + schema.GetPropertyCount() : 1);
        if (++_nesting > SchemaLimits.Nesting)
        {
            throw new UnusableSchemaException("its schema refers to itself without end");
        }

        if (schema.ValueKind == JsonValueKind.False || !_scalars.Allow(schema, value))
        {
            var expected = SchemaWords.Of(schema);
            faults.Add(new ConfigurationFault(path, $"expected {expected}, found {SchemaWords.Show(value)}", ""));
        }
        else
        {
            EvaluateInside(schema, value, path, faults);
            EvaluateBranches(schema, value, path, faults);
        }

        _nesting--;
    }

    private void EvaluateInside(JsonElement schema, JsonElement value, string path, List<ConfigurationFault> faults)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            EvaluateFields(schema, value, path, faults);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            JsonElement[] first = [.. schema.Schemas("prefixItems")];
            var rest = schema.FindSchema("items");
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                if ((index < first.Length ? first[index] : rest) is { } rule)
                {
                    Evaluate(rule, item, FieldPath.Item(path, index), faults);
                }

                index++;
            }
        }
    }

    private void EvaluateFields(JsonElement schema, JsonElement value, string path, List<ConfigurationFault> faults)
    {
        var known = schema.Find("properties", JsonValueKind.Object);
        var patterns = schema.Find("patternProperties", JsonValueKind.Object);
        var others = schema.FindSchema("additionalProperties");
        foreach (var field in value.EnumerateObject())
        {
            _budget.Spend(1 + (known?.GetPropertyCount() ?? 0));
            var inside = FieldPath.Field(path, field.Name);
            var isKnown = known is { } properties && properties.TryGetProperty(field.Name, out var rule)
                && Descend(rule, field.Value, inside, faults);
            foreach (var pattern in patterns?.EnumerateObject().ToArray() ?? [])
            {
                isKnown |= _scalars.Matches(pattern.Name, field.Name)
                    && Descend(pattern.Value, field.Value, inside, faults);
            }

            if (!isKnown && others is { ValueKind: JsonValueKind.False })
            {
                faults.Add(Unknown(inside, field.Name, known));
            }
            else if (!isKnown && others is { } other)
            {
                Evaluate(other, field.Value, inside, faults);
            }
        }

        RequireFields(schema, value, path, faults);
    }

    private void RequireFields(
        JsonElement schema, JsonElement value, string path, List<ConfigurationFault> faults)
    {
        foreach (var name in schema.Find("required", JsonValueKind.Array)?.EnumerateArray().ToArray() ?? [])
        {
            _budget.Spend(1 + value.GetPropertyCount());
            if (name.ValueKind == JsonValueKind.String && !value.TryGetProperty(name.GetString()!, out _))
            {
                var quoted = Quotation.Of(name.GetString()!);
                faults.Add(new ConfigurationFault(path, $"expected the field {quoted}, found none", $"Add {quoted}"));
            }
        }
    }

    private void EvaluateBranches(JsonElement schema, JsonElement value, string path, List<ConfigurationFault> faults)
    {
        if (schema.Text("$ref") is { } reference)
        {
            Evaluate(SchemaNode.Resolve(_root, reference), value, path, faults);
        }

        foreach (var part in schema.Schemas("allOf"))
        {
            Evaluate(part, value, path, faults);
        }

        RequireForm(schema, "anyOf", value, path, faults, static matches => matches > 0);
        RequireForm(schema, "oneOf", value, path, faults, static matches => matches == 1);
        if (schema.FindSchema("not") is { } excluded && Fits(excluded, value))
        {
            faults.Add(new ConfigurationFault(
                path, $"expected anything but {SchemaWords.Of(excluded)}, found {SchemaWords.Show(value)}", ""));
        }

        if (schema.FindSchema("if") is { } condition
            && schema.FindSchema(Fits(condition, value) ? "then" : "else") is { } consequence)
        {
            Evaluate(consequence, value, path, faults);
        }
    }

    private void RequireForm(
        JsonElement schema,
        string keyword,
        JsonElement value,
        string path,
        List<ConfigurationFault> faults,
        Func<int, bool> isRight)
    {
        JsonElement[] forms = [.. schema.Schemas(keyword)];
        var matches = forms.Count(form => Fits(form, value));
        if (forms.Length > 0 && !isRight(matches))
        {
            var words = string.Join(" or ", forms.Select(Target).Select(SchemaWords.Of).Distinct());
            var count = matches > 1 ? "exactly one of: " : "";
            faults.Add(new ConfigurationFault(
                path, $"expected {count}{words}, found {SchemaWords.Show(value)}", ""));
        }
    }

    private JsonElement Target(JsonElement form) =>
        form.ValueKind == JsonValueKind.Object && form.Text("$ref") is { } reference
            ? SchemaNode.Resolve(_root, reference)
            : form;

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var faults = new List<ConfigurationFault>();
        Evaluate(schema, value, "", faults);
        return faults.Count == 0;
    }

    private bool Descend(JsonElement schema, JsonElement value, string path, List<ConfigurationFault> faults)
    {
        if (schema.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False)
        {
            Evaluate(schema, value, path, faults);
        }

        return true;
    }

    private static ConfigurationFault Unknown(string path, string name, JsonElement? known)
    {
        string[] names = [.. (known?.EnumerateObject().ToArray() ?? []).Select(field => field.Name)];
        var advice = NearestName.Find(name, names) is { } nearest
            ? $"Did you mean {Quotation.Of(nearest)}?"
            : names.Length == 0 ? "Remove it"
            : $"Take one of: {string.Join(", ", names.Take(20).Select(FieldPath.Shown))}";
        return new ConfigurationFault(path, $"expected a field of the plugin, found {Quotation.Of(name)}", advice);
    }
}
