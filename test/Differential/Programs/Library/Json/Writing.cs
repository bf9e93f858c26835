using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Library.Json;

public static class Writing
{
    public static void Run()
    {
        foreach (var indented in new[] { false, true })
        {
            var b = new ArrayBufferWriter<byte>();
            using (var w = new Utf8JsonWriter(b, new JsonWriterOptions { Indented = indented }))
            {
                w.WriteStartObject();
                w.WriteString("text", "quote\" <tag> é \n \u0001 😀");
                w.WriteNumber("n", 1.5);
                w.WriteNumber("big", long.MaxValue);
                w.WriteNumber("m", 10.50m);
                w.WriteBoolean("yes", true);
                w.WriteNull("none");
                w.WriteStartArray("list");
                w.WriteNumberValue(1);
                w.WriteStringValue("two");
                w.WriteRawValue("{\"raw\":1}");
                w.WriteEndArray();
                w.WriteString("date", new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc));
                w.WriteString("guid", Guid.Empty);
                w.WriteBase64String("b64", [1, 2, 3]);
                w.WriteEndObject();
            }

            Out.Line(Encoding.UTF8.GetString(b.WrittenSpan));
        }

        Out.Try("invalid", () => { using var w = new Utf8JsonWriter(new MemoryStream()); w.WriteStartObject(); w.WriteNumberValue(1); });
        Out.Try("nan", () => { using var w = new Utf8JsonWriter(new MemoryStream()); w.WriteNumberValue(double.NaN); });
        Out.Line(JsonEncodedText.Encode("a\"b").ToString() + System.Text.Encodings.Web.JavaScriptEncoder.Default.Encode("<é>") + System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode("<é>"));
    }
}
