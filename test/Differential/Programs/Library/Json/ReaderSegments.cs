using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Library.Json;

public static class ReaderSegments
{
    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] b, Segment before) { Memory = b; if (before is not null) { RunningIndex = before.RunningIndex + before.Memory.Length; before.Next = this; } }
    }

    private static ReadOnlySequence<byte> Cut(string text, int size)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Segment first = null, last = null;
        for (var i = 0; i < bytes.Length; i += size) { last = new Segment(bytes[i..Math.Min(i + size, bytes.Length)], last); first ??= last; }
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private static string Read(ref Utf8JsonReader r)
    {
        var b = new StringBuilder();
        while (r.Read())
        {
            b.Append(r.TokenType).Append(r.HasValueSequence ? "~" : "").Append(r.CurrentDepth).Append(' ');
            if (r.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) b.Append(r.GetString()).Append(r.ValueIsEscaped ? "!" : "").Append(' ');
            if (r.TokenType == JsonTokenType.Number) b.Append(r.TryGetInt32(out var i) ? i.ToString() : r.GetDouble().ToString()).Append(' ');
        }

        return b.Append(r.BytesConsumed).ToString();
    }

    public static void Run()
    {
        const string Text = """{"key":"välue\u0041\n","n":[1,-2.5e3,12345678901,true,null],"o":{"deep":[[]]}}""";
        foreach (var size in new[] { 1, 3, 7, 100 })
        {
            var r = new Utf8JsonReader(Cut(Text, size));
            Out.Line(Read(ref r));
        }

        var part = new Utf8JsonReader("{\"a\": [1, 2 "u8, isFinalBlock: false, default);
        Out.Line(Read(ref part));
        var rest = new Utf8JsonReader(", 3]}"u8, isFinalBlock: true, part.CurrentState);
        Out.Line(Read(ref rest));
        foreach (var bad in new[] { "{", "[1,]", "{\"a\" 1}", "tru", "01", "1.", "\"\\x\"", "[1] 2", "", "{'a':1}", "\"\u0001\"", "nul", "-", "[\"a\":1]" })
        {
            Out.Try(bad, () => { var r = new Utf8JsonReader(Encoding.UTF8.GetBytes(bad)); Read(ref r); });
        }

        var skip = new Utf8JsonReader(Encoding.UTF8.GetBytes(Text));
        skip.Read(); skip.Read(); skip.Skip(); skip.Read();
        Out.Line(skip.ValueTextEquals("n") + " " + skip.TrySkip() + skip.TokenType + skip.TokenStartIndex);
        var comments = new Utf8JsonReader("// c\n[1, /* d */ 2,]"u8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true });
        Out.Line(Read(ref comments));
    }
}
