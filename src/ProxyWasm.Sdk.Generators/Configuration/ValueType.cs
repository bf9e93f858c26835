using Microsoft.CodeAnalysis;
using ProxyWasm.Sdk.Generators.Plugins;

namespace ProxyWasm.Sdk.Generators.Configuration;

/// <summary>How values of a type are written in a configuration.</summary>
internal sealed class ValueType
{
    public ValueType(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
            IsNullable = true;
        }

        // Of a type parameter that stands for a value type, `T?` is that type.
        IsNullable |= type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;
        Symbol = type.WithNullableAnnotation(NullableAnnotation.None);
        (Kind, Element) = Classify(Symbol);
    }

    public ITypeSymbol Symbol { get; }

    public ValueKind Kind { get; }

    /// <summary>Of lists and maps.</summary>
    public ValueType? Element { get; }

    public bool IsNullable { get; }

    public string Name => Symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    /// <summary>Least and greatest value of an integer type.</summary>
    public (long Least, long Most) Range => Symbol.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (0, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (0, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (0, uint.MaxValue),
        SpecialType.System_UInt64 => (0, long.MaxValue),
        _ => (long.MinValue, long.MaxValue),
    };

    /// <summary>The values of an enumeration: name in JSON, and member.</summary>
    public IEnumerable<(string Text, string Member)> Choices => Symbol.GetMembers().OfType<IFieldSymbol>()
        .Where(member => member.HasConstantValue)
        .Select(member => (char.ToLowerInvariant(member.Name[0]) + member.Name.Substring(1), $"{Name}.@{member.Name}"));

    private static (ValueKind Kind, ValueType? Element) Classify(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return (ValueKind.Text, null);
            case SpecialType.System_Boolean:
                return (ValueKind.Truth, null);
            case >= SpecialType.System_SByte and <= SpecialType.System_UInt64:
                return (ValueKind.Integer, null);
            case SpecialType.System_Double or SpecialType.System_Single:
                return (ValueKind.Number, null);
        }

        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return (ValueKind.List, new ValueType(array.ElementType));
        }

        if (type is not INamedTypeSymbol named || !PluginClasses.IsReachable(named))
        {
            return (ValueKind.Unsupported, null);
        }

        if (named.TypeKind == TypeKind.Enum)
        {
            return (ValueKind.Choice, null);
        }

        if (PluginClasses.IsConfig(named))
        {
            return (ValueKind.Nested, null);
        }

        return named.OriginalDefinition.ToDisplayString() switch
        {
            "System.TimeSpan" => (ValueKind.Duration, null),
            "System.Collections.Generic.List<T>" or "System.Collections.Generic.IReadOnlyList<T>"
                or "System.Collections.Generic.IList<T>" or "System.Collections.Generic.IReadOnlyCollection<T>"
                or "System.Collections.Generic.IEnumerable<T>" =>
                (ValueKind.List, new ValueType(named.TypeArguments[0])),
            "System.Collections.Generic.Dictionary<TKey, TValue>"
                or "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>"
                or "System.Collections.Generic.IDictionary<TKey, TValue>"
                when named.TypeArguments[0].SpecialType == SpecialType.System_String =>
                (ValueKind.Map, new ValueType(named.TypeArguments[1])),
            _ => (ValueKind.Unsupported, null),
        };
    }
}
