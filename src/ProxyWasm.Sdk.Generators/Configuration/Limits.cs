using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>What the type of a value and the data annotations of its property allow.</summary>
internal sealed class Limits
{
    private const string ValidationAttribute = "System.ComponentModel.DataAnnotations.ValidationAttribute";

    private readonly ValueType _type;

    public Limits(ValueType type, IPropertySymbol? property = null)
    {
        _type = type;
        (LeastInteger, MostInteger) = type.Range;
        if (type.Symbol.SpecialType == SpecialType.System_Single)
        {
            (LeastNumber, MostNumber) = (float.MinValue, float.MaxValue);
        }

        foreach (var attribute in property?.GetAttributes() ?? [])
        {
            if (IsValidation(attribute.AttributeClass))
            {
                Problem ??= Apply(attribute);
            }
        }
    }

    /// <summary>Why an annotation cannot be kept to; null when all can.</summary>
    public string? Problem { get; }

    /// <summary>Of integers.</summary>
    public long LeastInteger { get; private set; }

    /// <inheritdoc cref="LeastInteger"/>
    public long MostInteger { get; private set; }

    /// <summary>Of other numbers; null when all are allowed.</summary>
    public double? LeastNumber { get; private set; }

    /// <inheritdoc cref="LeastNumber"/>
    public double? MostNumber { get; private set; }

    /// <summary>Of the characters of a text, the elements of a list or a map.</summary>
    public int LeastCount { get; private set; }

    /// <inheritdoc cref="LeastCount"/>
    public int MostCount { get; private set; } = int.MaxValue;

    public bool HasCount => LeastCount > 0 || MostCount < int.MaxValue;

    private static bool IsValidation(INamedTypeSymbol? type) =>
        type is not null && (type.ToDisplayString() == ValidationAttribute || IsValidation(type.BaseType));

    private string? Apply(AttributeData attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.AttributeClass!.Name;
        name = name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
        var hasRange = _type.Kind is ValueKind.Integer or ValueKind.Number;
        var hasCount = _type.Kind is ValueKind.Text or ValueKind.List or ValueKind.Map;
        switch (name)
        {
            case "Range" when hasRange:
                return ApplyRange(attribute);
            case "StringLength" when _type.Kind == ValueKind.Text:
                return ApplyCount(name, Named(attribute, "MinimumLength"), Argument(attribute, 0));
            case "MinLength" when hasCount:
                return ApplyCount(name, Argument(attribute, 0), null);
            case "MaxLength" when hasCount:
                return ApplyCount(name, null, Argument(attribute, 0));
            case "Length" when hasCount:
                return ApplyCount(name, Argument(attribute, 0), Argument(attribute, 1));
            case "Range" or "StringLength" or "MinLength" or "MaxLength" or "Length":
                return $"[{name}] says nothing about a {_type.Symbol.ToDisplayString()}";
            case "Required":
                return "[Required] is not kept to; make the property `required`";
            default:
                return $"[{name}] is not kept to";
        }
    }

    private string? ApplyRange(AttributeData attribute)
    {
        if (Argument(attribute, 0) is not (int or double) || Argument(attribute, 1) is not (int or double)
            || Named(attribute, "MinimumIsExclusive") is true || Named(attribute, "MaximumIsExclusive") is true)
        {
            return "[Range] must have two numbers";
        }

        var least = Convert.ToDouble(Argument(attribute, 0), CultureInfo.InvariantCulture);
        var most = Convert.ToDouble(Argument(attribute, 1), CultureInfo.InvariantCulture);
        LeastInteger = Math.Max(LeastInteger, ToInteger(Math.Ceiling(least)));
        MostInteger = Math.Min(MostInteger, ToInteger(Math.Floor(most)));
        LeastNumber = double.IsInfinity(least) ? LeastNumber : Math.Max(LeastNumber ?? least, least);
        MostNumber = double.IsInfinity(most) ? MostNumber : Math.Min(MostNumber ?? most, most);
        var isPossible = _type.Kind == ValueKind.Integer ? LeastInteger <= MostInteger : least <= most;
        return isPossible ? null : "[Range] leaves no value";
    }

    private string? ApplyCount(string name, object? least, object? most)
    {
        LeastCount = Math.Max(LeastCount, least as int? ?? 0);
        MostCount = Math.Min(MostCount, most as int? ?? int.MaxValue);
        return LeastCount <= MostCount ? null : $"[{name}] leaves no value";
    }

    private static long ToInteger(double number) =>
        number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)number;

    private static object? Argument(AttributeData attribute, int index) =>
        attribute.ConstructorArguments.ElementAtOrDefault(index).Value;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
