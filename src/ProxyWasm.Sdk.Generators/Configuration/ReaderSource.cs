using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>Writes the method that reads a configuration class.</summary>
internal sealed class ReaderSource
{
    private const string Reader = "global::ProxyWasm.Sdk.Configuration.ConfigReader";

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
            $"partial {(type.IsRecord ? "record " : "")}class {type.Name} : "
            + $"global::ProxyWasm.Sdk.Configuration.IPluginConfig<{name}>");
        WriteRead(name, properties);
        for (var i = 0; i < _helpers.Count; i++)
        {
            _source.Line();
            _helpers[i]();
        }

        WriteAccessors(name, properties);
        return _source.Close().ToString();
    }

    private void WriteRead(string name, IReadOnlyList<ConfigProperty> properties)
    {
        _source.Line("/// <inheritdoc/>")
            .Open($"static {name}? global::ProxyWasm.Sdk.Configuration.IPluginConfig<{name}>.Read(ref {Reader} reader)")
            .Open("if (!reader.BeginObject())")
            .Line("return null;")
            .Close()
            .Line()
            .Line("var result = Create();")
            .Line("var isFirst = true;");
        foreach (var property in properties)
        {
            _source.Line($"var has{property.Name} = false;");
        }

        _source.Open("while (reader.NextField(out var name, ref isFirst))");
        for (var i = 0; i < properties.Count; i++)
        {
            WriteField(properties[i], i == 0 ? "if" : "else if");
        }

        var known = string.Join(", ", properties.Select(property => property.Field));
        _source.Open(properties.Count == 0 ? "" : "else")
            .Line($"reader.FailUnknown(name, {Source.Literal(known)});")
            .Close()
            .Close()
            .Line();
        foreach (var property in properties.Where(property => property.IsRequired))
        {
            _source.Open($"if (!has{property.Name})")
                .Line($"reader.Enter({Source.Literal(property.Field)});")
                .Line("reader.Fail(\"it is required\");")
                .Close()
                .Line();
        }

        _source.Line("return reader.Error is null ? result : null;").Close();
    }

    private void WriteField(ConfigProperty property, string keyword) => _source
        .Open($"{keyword} (global::System.MemoryExtensions.SequenceEqual(name, {Source.Literal(property.Field)}u8))")
        .Line($"var outer = reader.Enter({Source.Literal(property.Field)});")
        .Open($"if (has{property.Name})")
        .Line("reader.Fail(\"it is there twice\");")
        .Close()
        .Line()
        .Line($"has{property.Name} = true;")
        .Line($"Set{property.Name}(result, {Value(new ValueType(property.Type), property)}!);")
        .Line("reader.Leave(outer);")
        .Close();

    private string Value(ValueType type, ConfigProperty? property)
    {
        var value = type.Kind switch
        {
            ValueKind.Text => Text(property),
            ValueKind.Truth => "reader.ReadBoolean()",
            ValueKind.Integer => Integer(type, property),
            ValueKind.Number => Number(type, property),
            ValueKind.Duration => "reader.ReadDuration()",
            ValueKind.Choice => $"{Helper(helper => WriteChoice(helper, type))}(ref reader)",
            ValueKind.Nested => $"{Reader}.ReadNested<{type.Name}>(ref reader)",
            ValueKind.List => $"{Helper(helper => WriteList(helper, type, property))}(ref reader)",
            _ => $"{Helper(helper => WriteMap(helper, type))}(ref reader)",
        };
        return type.IsNullable
            ? $"(reader.TryReadNull() ? ({type.Name}?)null : ({type.Name}?){value})"
            : value;
    }

    private static string Text(ConfigProperty? property)
    {
        var least = property?.Annotation("MinLengthAttribute", 0) as int?;
        var most = (property?.Annotation("MaxLengthAttribute", 0)
            ?? property?.Annotation("StringLengthAttribute", 0)) as int?;
        return least is null && most is null
            ? "reader.ReadString()"
            : $"reader.ReadString({least ?? 0}, {most ?? int.MaxValue})";
    }

    private static string Integer(ValueType type, ConfigProperty? property)
    {
        var (least, most) = type.Range;
        if (property?.Annotation("RangeAttribute", 0) is { } low
            && property.Annotation("RangeAttribute", 1) is { } high)
        {
            least = Math.Max(least, Convert.ToInt64(low, CultureInfo.InvariantCulture));
            most = Math.Min(most, Convert.ToInt64(high, CultureInfo.InvariantCulture));
        }

        var lowest = least == long.MinValue ? "long.MinValue" : $"{least}L";
        return $"({type.Name})reader.ReadInteger({lowest}, {most}L)";
    }

    private static string Number(ValueType type, ConfigProperty? property)
    {
        var (least, most) = ("double.MinValue", "double.MaxValue");
        if (property?.Annotation("RangeAttribute", 0) is { } low
            && property.Annotation("RangeAttribute", 1) is { } high)
        {
            least = Literal(low);
            most = Literal(high);
        }

        return $"({type.Name})reader.ReadNumber({least}, {most})";
    }

    private static string Literal(object number) =>
        Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "d";

    private string Helper(Action<string> write)
    {
        var name = $"ReadValue{++_helperCount}";
        _helpers.Add(() => write(name));
        return name;
    }

    private void WriteChoice(string helper, ValueType type)
    {
        var choices = type.Choices.ToArray();
        _source.Open($"private static {type.Name} {helper}(ref {Reader} reader)")
            .Line("var text = reader.ReadString();");
        foreach (var (text, member) in choices)
        {
            _source.Open($"if (text == {Source.Literal(text)})").Line($"return {member};").Close().Line();
        }

        var known = string.Join(", ", choices.Select(choice => choice.Text));
        _source.Line($"reader.Fail({Source.Literal($"expected one of {known}")});").Line("return default;").Close();
    }

    private void WriteList(string helper, ValueType type, ConfigProperty? property)
    {
        var element = type.Element!;
        var list = $"global::System.Collections.Generic.List<{NameWithNull(element)}>";
        _source.Open($"private static {type.Name}? {helper}(ref {Reader} reader)")
            .Open("if (!reader.BeginArray())")
            .Line("return null;")
            .Close()
            .Line()
            .Line($"var list = new {list}();")
            .Line("var isFirst = true;")
            .Open("while (reader.NextElement(ref isFirst))")
            .Line("var outer = reader.EnterElement(list.Count);")
            .Line($"list.Add({Value(element, null)}!);")
            .Line("reader.Leave(outer);")
            .Close()
            .Line();
        var least = property?.Annotation("MinLengthAttribute", 0) as int?;
        var most = property?.Annotation("MaxLengthAttribute", 0) as int?;
        if (least is not null || most is not null)
        {
            _source.Open($"if (list.Count < {least ?? 0} || list.Count > {most ?? int.MaxValue})")
                .Line($"reader.FailCount(\"elements\", {least ?? 0}, {most ?? int.MaxValue});")
                .Close()
                .Line();
        }

        _source.Line(type.Symbol is IArrayTypeSymbol ? "return list.ToArray();" : "return list;").Close();
    }

    private void WriteMap(string helper, ValueType type)
    {
        var element = type.Element!;
        _source.Open($"private static {type.Name}? {helper}(ref {Reader} reader)")
            .Open("if (!reader.BeginObject())")
            .Line("return null;")
            .Close()
            .Line()
            .Line($"var map = new global::System.Collections.Generic.Dictionary<string, {NameWithNull(element)}>();")
            .Line("var isFirst = true;")
            .Open("while (reader.NextField(out var name, ref isFirst))")
            .Line("var key = global::ProxyWasm.Sdk.Text.Utf8Text.Decode(name);")
            .Line("var outer = reader.Enter(key);")
            .Open($"if (!map.TryAdd(key, {Value(element, null)}!))")
            .Line("reader.Fail(\"it is there twice\");")
            .Close()
            .Line()
            .Line("reader.Leave(outer);")
            .Close()
            .Line()
            .Line("return map;")
            .Close();
    }

    private static string NameWithNull(ValueType type) => type.IsNullable ? type.Name + "?" : type.Name;

    // Accessors reach init-only and required properties one by one, which C# itself allows in an initialiser only.
    private void WriteAccessors(string name, IReadOnlyList<ConfigProperty> properties)
    {
        const string Accessor = "[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime"
            + ".CompilerServices.UnsafeAccessorKind.";
        _source.Line()
            .Line($"{Accessor}Constructor)]")
            .Line($"private static extern {name} Create();");
        foreach (var property in properties)
        {
            var type = property.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
                .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes
                    | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
            _source.Line()
                .Line($"{Accessor}Method, Name = \"set_{property.Name}\")]")
                .Line($"private static extern void Set{property.Name}({name} target, {type} value);");
        }
    }
}
