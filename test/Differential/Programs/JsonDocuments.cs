using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

public static class JsonDocuments
{
    public static void Run()
    {
        using var doc = JsonDocument.Parse("""{"name":"wild","n":[1,2.5,-3e2],"o":{"t":true,"f":false,"z":null},"u":"\u00e9\n"}""");
        var root = doc.RootElement;
        Out.Line(root.GetProperty("name").GetString() + root.GetProperty("n")[1].GetDouble() + root.GetProperty("n").GetArrayLength());
        foreach (var p in root.EnumerateObject()) Out.Line(p.Name + " " + p.Value.ValueKind + " " + p.Value.GetRawText());
        Out.Line(root.TryGetProperty("missing", out _) + root.GetProperty("u").GetString());
        Out.Try("bad", () => JsonDocument.Parse("{\"a\":}"));
        var buffer = new MemoryStream();
        using (var w = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            w.WriteStartObject();
            w.WriteString("s", "quote\" <tag> é");
            w.WriteNumber("i", 42);
            w.WriteNumber("d", 1.25);
            w.WriteStartArray("a");
            w.WriteBooleanValue(true);
            w.WriteNullValue();
            w.WriteEndArray();
            w.WriteEndObject();
        }

        Out.Line(Encoding.UTF8.GetString(buffer.ToArray()));
        var reader = new Utf8JsonReader("""[1, "two", {"three": 3}]"""u8);
        while (reader.Read()) Out.Line(reader.TokenType.ToString());
        var node = JsonNode.Parse("""{"a":{"b":[1,2,3]}}""");
        Out.Line((int)node["a"]["b"][2] + node.ToJsonString());
    }
}
