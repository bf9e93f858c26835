using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>
/// Writes a <c>google.protobuf.Struct</c> as the compact JSON a plugin receives.
/// </summary>
/// <remarks>
/// The types of plain YAML scalars are those a plugin sees behind Envoy. Envoy's YAML reader makes numbers only of
/// integers of 32 bits; longer integers (in decimal) and fractions arrive as text. Its JSON reader keeps all numbers,
/// and so does this for a text that is JSON by name.
/// </remarks>
internal sealed class StructJson
{
    private readonly Utf8JsonWriter _writer;

    private StructJson(Utf8JsonWriter writer) => _writer = writer;

    public static byte[] Write(ConfigurationValue value)
    {
        var bytes = new ArrayBufferWriter<byte>();

        // No HTML page is written here: the relaxed encoder keeps text readable.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(bytes, options))
        {
            new StructJson(writer).WriteValue(value);
        }

        return bytes.WrittenSpan.ToArray();
    }

    // Depth is bounded by DocumentLimits.Depth, and so is this recursion.
    private void WriteValue(ConfigurationValue value)
    {
        switch (value.Node)
        {
            case MappingNode:
                _writer.WriteStartObject();
                foreach (var (key, item) in value.AsMap("a struct"))
                {
                    _writer.WritePropertyName(key);
                    WriteValue(item);
                }

                _writer.WriteEndObject();
                break;
            case SequenceNode:
                _writer.WriteStartArray();
                foreach (var item in value.AsList())
                {
                    WriteValue(item);
                }

                _writer.WriteEndArray();
                break;
            case ScalarNode scalar when scalar.IsPlain && value.Context.IsJson:
                WriteJsonLiteral(scalar, value);
                break;
            case ScalarNode scalar:
                WriteScalar(scalar);
                break;
        }
    }

    private void WriteScalar(ScalarNode scalar)
    {
        if (scalar.IsNull)
        {
            _writer.WriteNullValue();
        }
        else if (scalar.IsPlain && PlainScalars.TryReadBoolean(scalar.Text, out var boolean))
        {
            _writer.WriteBooleanValue(boolean);
        }
        else if (!scalar.IsPlain || !PlainScalars.TryReadInteger(scalar.Text, out var integer))
        {
            _writer.WriteStringValue(scalar.Text);
        }
        else if (integer is >= int.MinValue and <= int.MaxValue)
        {
            _writer.WriteNumberValue(integer);
        }
        else
        {
            _writer.WriteStringValue(integer.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void WriteJsonLiteral(ScalarNode scalar, ConfigurationValue value)
    {
        switch (scalar.Text)
        {
            case "null":
                _writer.WriteNullValue();
                break;
            case "true" or "false":
                _writer.WriteBooleanValue(scalar.Text == "true");
                break;
            default:
                WriteJsonNumber(scalar, value);
                break;
        }
    }

    private void WriteJsonNumber(ScalarNode scalar, ConfigurationValue value)
    {
        if (IsJsonNumber(scalar.Text))
        {
            _writer.WriteRawValue(scalar.Text);
            return;
        }

        value.Report(
            ConfigurationProblemIds.InvalidValue,
            $"expected a JSON value, found {scalar.Describe()}",
            "put text in double quotes");
        _writer.WriteNullValue();
    }

    private static bool IsJsonNumber(string text)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
        try
        {
            return reader.Read()
                && reader.TokenType == JsonTokenType.Number
                && reader.TryGetDouble(out var number)
                && double.IsFinite(number)
                && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
