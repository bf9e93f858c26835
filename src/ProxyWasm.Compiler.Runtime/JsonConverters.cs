using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Where JSON looks at types more closely than a module can.</summary>
internal static class JsonConverters
{
    private const string Assembly = "System.Text.Json";

    /// <summary>Converters ask which assembly they come from, to know the base library's own.</summary>
    [Replaces("System.Text.Json.Serialization.JsonConverter", ".ctor", Assembly)]
    public static void Construct(JsonConverter converter)
    {
        IsInternal(converter) = converter.GetType().Namespace is { } name
            && (name == "System.Text.Json.Serialization.Converters" || name == "System.Text.Json.Serialization");
        SetStrategy(converter, DefaultStrategy(converter));
    }

    [Replaces("System.Text.Json.Reflection.ReflectionExtensions", "IsNullableOfT", Assembly)]
    public static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

    /// <summary>Not by name and assembly, but by the type itself.</summary>
    [Replaces("System.Text.Json.Serialization.Metadata.JsonTypeInfo", "IsValidExtensionDataProperty", Assembly)]
    public static bool KeepsUnknownMembers(Type type) =>
        typeof(IDictionary<string, object>).IsAssignableFrom(type)
        || typeof(IDictionary<string, JsonElement>).IsAssignableFrom(type)
        || typeof(IReadOnlyDictionary<string, object>).IsAssignableFrom(type)
        || typeof(IReadOnlyDictionary<string, JsonElement>).IsAssignableFrom(type)
        || type == typeof(JsonObject);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsInternalConverter>k__BackingField")]
    private static extern ref bool IsInternal(JsonConverter converter);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetDefaultConverterStrategy")]
    private static extern byte DefaultStrategy(JsonConverter converter);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ConverterStrategy")]
    private static extern void SetStrategy(JsonConverter converter, byte strategy);
}
