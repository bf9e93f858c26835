using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProxyWasm.Compiler.Runtime;

/// <summary>
/// Nodes made from values whose type is a parameter: the base library looks their converters up by reflection.
/// </summary>
internal static class JsonValues
{
    private const string Assembly = "System.Text.Json";

    [Replaces("System.Text.Json.Nodes.JsonValue", "Create", Assembly)]
    public static JsonValue? Create<T>(T? value, JsonNodeOptions? options)
    {
        if (value is JsonNode)
        {
            throw new ArgumentException("A JsonNode cannot be used as a value.");
        }

        return value is null ? null : Number(value, options) ?? Other(value, options) ?? throw Unknown<T>();
    }

    [Replaces("System.Text.Json.Nodes.JsonNode", "ConvertFromValue", Assembly)]
    public static JsonNode? Convert<T>(T? value, JsonNodeOptions? options) =>
        value as JsonNode ?? (value is JsonElement element ? FromElement(element, options) : Create(value, options));

    private static JsonNode? FromElement(JsonElement element, JsonNodeOptions? options) => element.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(element, options),
        JsonValueKind.Array => JsonArray.Create(element, options),
        _ => JsonValue.Create(element, options),
    };

    private static JsonValue? Number<T>(T value, JsonNodeOptions? options) => value switch
    {
        int number => JsonValue.Create(number, options),
        long number => JsonValue.Create(number, options),
        double number => JsonValue.Create(number, options),
        decimal number => JsonValue.Create(number, options),
        uint number => JsonValue.Create(number, options),
        ulong number => JsonValue.Create(number, options),
        float number => JsonValue.Create(number, options),
        short number => JsonValue.Create(number, options),
        ushort number => JsonValue.Create(number, options),
        byte number => JsonValue.Create(number, options),
        sbyte number => JsonValue.Create(number, options),
        _ => null,
    };

    private static JsonValue? Other<T>(T value, JsonNodeOptions? options) => value switch
    {
        string text => JsonValue.Create(text, options),
        bool truth => JsonValue.Create(truth, options),
        char unit => JsonValue.Create(unit, options),
        DateTime time => JsonValue.Create(time, options),
        DateTimeOffset time => JsonValue.Create(time, options),
        Guid id => JsonValue.Create(id, options),
        JsonElement element => JsonValue.Create(element, options),
        _ => null,
    };

    private static NotSupportedException Unknown<T>() => new(
        "A JsonNode cannot be made of '" + typeof(T).FullName + "' in a WebAssembly module: convert it to text, a "
        + "number or another node, or call JsonValue.Create with the JsonTypeInfo of a JsonSerializerContext.");
}
