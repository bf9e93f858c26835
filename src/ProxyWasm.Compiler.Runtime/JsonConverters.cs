using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>Converters of JSON ask which assembly they come from, to know the base library's own.</summary>
internal static class JsonConverters
{
    private const string Assembly = "System.Text.Json";

    [Replaces("System.Text.Json.Serialization.JsonConverter", ".ctor", Assembly)]
    public static void Construct(JsonConverter converter)
    {
        IsInternal(converter) = converter.GetType().Namespace is { } name
            && (name == "System.Text.Json.Serialization.Converters" || name == "System.Text.Json.Serialization");
        SetStrategy(converter, DefaultStrategy(converter));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsInternalConverter>k__BackingField")]
    private static extern ref bool IsInternal(JsonConverter converter);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "GetDefaultConverterStrategy")]
    private static extern byte DefaultStrategy(JsonConverter converter);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ConverterStrategy")]
    private static extern void SetStrategy(JsonConverter converter, byte strategy);
}
