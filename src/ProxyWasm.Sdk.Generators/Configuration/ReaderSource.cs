using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>Writes the method that reads a configuration class.</summary>
internal sealed class ReaderSource
{
    private const string Reader = "global::ProxyWasm.Sdk.Configuration.ConfigReader";
    private const string Access = "ConfigAccess";

    private readonly Source _source = new();
    private readonly List<Action> _helpers = [];
    private int _helperCount;

    public static string Write(INamedTypeSymbol type, IReadOnlyList<ConfigProperty> properties) =>
        new ReaderSource().WriteClass(type, properties);

    private string WriteClass(INamedTypeSymbol type, IReadOnlyList<ConfigProperty> properties)
    {
        var name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (!type.ContainingNamespace.IsGlobalNamespace)
        {
            _source.Line($"namespace {type.ContainingNamespace.ToDisplayString()};").Line();
        }

        _source.Open(
            $"partial {(type.IsRecord ? "record " : "")}class @{type.Name} : "
            + $"global::ProxyWasm.Sdk.Configuration.IPluginConfig<{name}>");
        WriteRead(name, properties);
        _source.Close().Line();

        // A class of its own, that no other file sees: the author's members keep all names.
        _source.Open($"file static class {Access}");
        WriteAccessors(name, properties);
        for (var i = 0; i < _helpers.Count; i++)
        {
            _source.Line();
            _helpers[i]();
        }

        return _source.Close().ToString();
    }

    private void WriteRead(string name, IReadOnlyList<ConfigProperty> properties)
    {
        _source.Line("/// <inheritdoc/>")
            .Open($"static {name}? global::ProxyWasm.Sdk.Configuration.IPluginConfig<{name}>.Read(ref {Reader} reader)")
            .Open($"if (reader.BeginObject({properties.Count}) is not {{ }} fields)")
            .Line("return null;")
            .Close()
            .Line()
            .Line($"var result = {Access}.Create();");
        var known = string.Join(", ", properties.Select(property => property.Field));
        var next = $"reader.NextField({Source.Literal(known)}u8, fields)";
        if (properties.Count == 0)
        {
            _source.Line($"{next};").Line("return reader.HasFailed ? null : result;").Close();
            return;
        }

        _source.Open($"while ({next} is > 0 and var field)").Open("switch (field)");
        for (var i = 0; i < properties.Count; i++)
        {
            var value = Value(properties[i].Value, properties[i].Limits);
            _source.Line($"case {i + 1}:")
                .Line($"    {Access}.Set{properties[i].Name}(result, {value}!);")
                .Line("    break;");
        }

        _source.Close().Close().Line();
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].IsRequired)
            {
                _source.Open($"if (fields[{i + 1}] == 0)")
                    .Line($"reader.FailRequired({Source.Literal(properties[i].Field)}u8);")
                    .Close()
                    .Line();
            }
        }

        _source.Line("return reader.HasFailed ? null : result;").Close();
    }

    private string Value(ValueType type, Limits limits)
    {
        var value = type.Kind switch
        {
            ValueKind.Text => limits.HasCount
                ? $"reader.ReadString({limits.LeastCount}, {limits.MostCount})"
                : "reader.ReadString()",
            ValueKind.Truth => "reader.ReadBoolean()",
            ValueKind.Integer =>
                $"({type.Name})reader.ReadInteger({Literal(limits.LeastInteger)}, {Literal(limits.MostInteger)})",
            ValueKind.Number => $"({type.Name})reader.ReadNumber("
                + $"{Literal(limits.LeastNumber ?? double.MinValue)}, {Literal(limits.MostNumber ?? double.MaxValue)})",
            ValueKind.Duration => "reader.ReadDuration()",
            ValueKind.Choice => Helper(helper => WriteChoice(helper, type)),
            ValueKind.Nested => $"{Reader}.ReadNested<{type.Name}>(ref reader)",
            ValueKind.List => Helper(helper => WriteList(helper, type, limits)),
            _ => Helper(helper => WriteMap(helper, type, limits)),
        };
        return type.IsNullable
            ? $"(reader.TryReadNull() ? ({type.Name}?)null : ({type.Name}?){value})"
            : value;
    }

    private static string Literal(long number) => number == long.MinValue ? "long.MinValue" : $"{number}L";

    private static string Literal(double number) => number.ToString("R", CultureInfo.InvariantCulture) + "d";

    private string Helper(Action<string> write)
    {
        var name = $"ReadValue{++_helperCount}";
        _helpers.Add(() => write(name));
        return $"{Access}.{name}(ref reader)";
    }

    private void WriteChoice(string helper, ValueType type)
    {
        var choices = type.Choices.ToArray();
        _source.Open($"public static {type.Name} {helper}(ref {Reader} reader)")
            .Line("var text = reader.ReadText();");
        foreach (var (text, member) in choices)
        {
            _source.Open($"if ({Equal("text", text)})").Line($"return {member};").Close().Line();
        }

        var known = string.Join(", ", choices.Select(choice => choice.Text));
        _source.Line($"reader.Fail({Source.Literal($"expected one of {known}")}u8);").Line("return default;").Close();
    }

    private static string Equal(string variable, string text) =>
        $"global::System.MemoryExtensions.SequenceEqual({variable}, {Source.Literal(text)}u8)";

    private void WriteList(string helper, ValueType type, Limits limits)
    {
        var element = type.Element!;
        var list = $"global::System.Collections.Generic.List<{NameWithNull(element)}>";
        _source.Open($"public static {type.Name}? {helper}(ref {Reader} reader)")
            .Open("if (!reader.BeginArray())")
            .Line("return null;")
            .Close()
            .Line()
            .Line($"var list = new {list}();")
            .Open("while (reader.NextElement())")
            .Line("var outer = reader.EnterElement(list.Count);")
            .Line($"list.Add({Value(element, new Limits(element))}!);")
            .Line("reader.Leave(outer);")
            .Close()
            .Line();
        WriteCount("list", limits);
        _source.Line(type.Symbol is IArrayTypeSymbol ? "return list.ToArray();" : "return list;").Close();
    }

    private void WriteCount(string collection, Limits limits)
    {
        if (limits.HasCount)
        {
            _source.Line($"reader.RequireCount({collection}.Count, {limits.LeastCount}, {limits.MostCount});").Line();
        }
    }

    private void WriteMap(string helper, ValueType type, Limits limits)
    {
        var element = type.Element!;
        _source.Open($"public static {type.Name}? {helper}(ref {Reader} reader)")
            .Open("if (!reader.BeginMap())")
            .Line("return null;")
            .Close()
            .Line()
            .Line($"var map = new global::System.Collections.Generic.Dictionary<string, {NameWithNull(element)}>();")
            .Open("while (reader.NextField(out var name))")
            .Line("var key = global::ProxyWasm.Sdk.Text.Utf8Text.Decode(name);")
            .Line("var outer = reader.Enter(name);")
            .Open($"if (!map.TryAdd(key, {Value(element, new Limits(element))}!))")
            .Line("reader.FailTwice();")
            .Close()
            .Line()
            .Line("reader.Leave(outer);")
            .Close()
            .Line();
        WriteCount("map", limits);
        _source.Line("return map;").Close();
    }

    private static string NameWithNull(ValueType type) => type.IsNullable ? type.Name + "?" : type.Name;

    // Accessors reach init-only and required properties one by one, which C# itself allows in an initialiser only.
    private void WriteAccessors(string name, IReadOnlyList<ConfigProperty> properties)
    {
        const string Accessor = "[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime"
            + ".CompilerServices.UnsafeAccessorKind.";
        _source.Line($"{Accessor}Constructor)]").Line($"public static extern {name} Create();");
        foreach (var property in properties)
        {
            // The runtime looks for the member in this very class and in none of its bases.
            var owner = property.Symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            var type = property.Symbol.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
                .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
            _source.Line()
                .Line($"{Accessor}Method, Name = \"set_{property.Name}\")]")
                .Line($"public static extern void Set{property.Name}({owner} target, {type} value);");
        }
    }
}
