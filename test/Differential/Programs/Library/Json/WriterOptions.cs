using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Library.Json;

public static class WriterOptions
{
    private static string Write(JsonWriterOptions o, Action<Utf8JsonWriter> a)
    {
        var b = new ArrayBufferWriter<byte>();
        using (var w = new Utf8JsonWriter(b, o)) a(w);
        return Encoding.UTF8.GetString(b.WrittenSpan);
    }

    private static void Sample(Utf8JsonWriter w)
    {
        w.WriteStartObject();
        w.WriteString("text", "a\"b\\<é>\u2028😀\n\u0001");
        w.WriteNumber("n", 1.5e300);
        w.WriteNumber("m", decimal.MinValue);
        w.WritePropertyName("list"u8);
        w.WriteStartArray();
        w.WriteNumberValue(ulong.MaxValue);
        w.WriteNumberValue(-0.0f);
        w.WriteNullValue();
        w.WriteBooleanValue(true);
        w.WriteStringValue(Guid.Empty);
        w.WriteStringValue(new DateTime(2024, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        w.WriteBase64StringValue([1, 2, 255]);
        w.WriteRawValue("{ \"raw\" : 1 }");
        w.WriteCommentValue("note");
        w.WriteEndArray();
        w.WriteStartObject("empty");
        w.WriteEndObject();
        w.WriteNull("nothing");
        w.WriteEndObject();
    }

    public static void Run()
    {
        Out.Line(Write(default, Sample));
        Out.Line(Write(new() { Indented = true, IndentCharacter = '\t', IndentSize = 1, NewLine = "\n" }, Sample));
        Out.Line(Write(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }, Sample));
        Out.Line(Write(new() { SkipValidation = true }, w => { w.WriteStringValue("a"); w.WriteEndArray(); w.WriteStringValue("b"); }));
        Out.Try("two roots", () => Write(default, w => { w.WriteNullValue(); w.WriteNullValue(); }));
        Out.Try("no name", () => Write(default, w => { w.WriteStartObject(); w.WriteNullValue(); }));
        Out.Try("end", () => Write(default, w => { w.WriteStartObject(); w.WriteEndArray(); }));
        Out.Try("depth", () => Write(new() { MaxDepth = 2 }, w => { w.WriteStartArray(); w.WriteStartArray(); w.WriteStartArray(); }));
        Out.Try("nan", () => Write(default, w => w.WriteNumberValue(double.NaN)));
        Out.Try("raw", () => Write(default, w => w.WriteRawValue("{x}")));
        var s = new MemoryStream();
        using (var w = new Utf8JsonWriter(s)) { w.WriteStartArray(); for (var i = 0; i < 500; i++) w.WriteNumberValue(i); w.Flush(); Out.Line(w.BytesCommitted + " " + w.BytesPending + w.CurrentDepth); w.WriteEndArray(); w.Flush(); w.Reset(); w.WriteStringValueSegment("ab", false); w.WriteStringValueSegment("cd", true); }
        Out.Line(s.Length + Encoding.UTF8.GetString(s.ToArray()[^8..]));
    }
}
