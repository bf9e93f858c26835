using System.Text.Json;

namespace Library.Json;

public static class Reading
{
    public static void Run()
    {
        var r = new Utf8JsonReader("""{"a":[1,-2.5e3,true,null,"x\u00e9\n"],"b":{"c":{}},"d":"long text"}"""u8);
        while (r.Read())
        {
            var v = r.TokenType switch { JsonTokenType.Number => r.TryGetInt64(out var n) ? "i" + n : "d" + r.GetDouble(), JsonTokenType.String or JsonTokenType.PropertyName => r.GetString(), JsonTokenType.True => r.GetBoolean().ToString(), _ => "" };
            Out.Line(r.TokenType + " " + r.CurrentDepth + v + r.TokenStartIndex);
        }

        foreach (var bad in new[] { "{", "[1,]", "{\"a\":}", "tru", "\"\\x\"", "[1 2]", "01", "{'a':1}", "", "[1]x", "\"\u0001\"" })
        {
            try { JsonDocument.Parse(bad); Out.Line("ok " + bad); }
            catch (JsonException e) { Out.Line(e.Message + e.LineNumber + e.BytePositionInLine); }
        }

        var o = new Utf8JsonReader("/*c*/{\"a\":1,}"u8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (o.Read()) if (o.TokenType == JsonTokenType.Number) Out.Line(o.GetInt32());
        Out.Try("type", () => { var x = new Utf8JsonReader("\"s\""u8); x.Read(); x.GetInt32(); });
    }
}
