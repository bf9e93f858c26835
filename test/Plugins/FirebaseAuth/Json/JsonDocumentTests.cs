using System.Text;
using System.Text.Json;
using CsCheck;
using JsonDocument = FirebaseAuth.Json.JsonDocument;
using JsonNumber = FirebaseAuth.Json.JsonNumber;

namespace Plugins.Tests.FirebaseAuth.Json;

/// <summary>The reader takes what System.Text.Json takes, less what two readers may understand differently.</summary>
public sealed class JsonDocumentTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,false,null,"x"],"c":{"d":-1.5e+3}}""")]
    [InlineData("""  { "a" : [ ] , "b" : { } }  """)]
    [InlineData("""{"\u0061\n\"\\\/":"\ud83d\ude00é"}""")]
    [InlineData("0")]
    [InlineData("\"\"")]
    public void Text_in_the_grammar_is_read(string text) => Assert.True(TryRead(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("""{a:1}""")]
    [InlineData("""{"a":1}x""")]
    [InlineData("""{"a":1}{"a":1}""")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData("tru")]
    [InlineData("'a'")]
    [InlineData("\"a")]
    [InlineData("\"\t\"")]
    [InlineData("""
        "\x"
        """)]
    [InlineData("""
        "\u12"
        """)]
    [InlineData("\uFEFF{}")]
    public void Text_outside_of_the_grammar_is_refused(string text) => Assert.False(TryRead(text, out _));

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"b":2,"\u0061":3}""")]
    [InlineData("""[{"x":{"a":1,"a":2}}]""")]
    public void Members_of_the_same_name_are_refused(string text) => Assert.False(TryRead(text, out _));

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ude00")]
    [InlineData("\\ud83dx")]
    [InlineData("\\ud83d\\u0041")]
    public void Halves_of_characters_are_refused(string escape) => Assert.False(TryRead($"\"{escape}\"", out _));

    [Theory]
    [InlineData(0x80)]
    [InlineData(0xC0, 0xAF)]
    [InlineData(0xC3)]
    [InlineData(0xE0, 0x80, 0x80)]
    [InlineData(0xED, 0xA0, 0x80)]
    [InlineData(0xF4, 0x90, 0x80, 0x80)]
    [InlineData(0xF5, 0x80, 0x80, 0x80)]
    [InlineData(0xFF)]
    public void Invalid_UTF8_is_refused(params int[] bytes)
    {
        byte[] text = [(byte)'"', .. bytes.Select(part => (byte)part), (byte)'"'];
        Assert.False(new JsonDocument().TryRead(text, text.Length));
    }

    [Fact]
    public void Depth_members_and_nodes_are_limited()
    {
        Assert.True(TryRead(new string('[', 16) + new string(']', 16), out _));
        Assert.False(TryRead(new string('[', 5000) + new string(']', 5000), out _));
        Assert.False(TryRead("{" + string.Join(',', Enumerable.Range(0, 257).Select(index => $"\"{index}\":0")) + "}", out _));
        Assert.False(TryRead("[" + string.Join(',', Enumerable.Repeat("0", 5000)) + "]", out _));
    }

    [Fact]
    public void Members_are_found_by_their_names()
    {
        Assert.True(TryRead("""{"a":{"b":"x"},"kid":"\u006bey","n":12}""", out var json));

        Assert.True(json.TryText(0, "kid"u8, out var id));
        Assert.Equal("key", Encoding.UTF8.GetString(id));
        Assert.True(json.TryText(json.Find(0, "a"u8), "b"u8, out var inner));
        Assert.Equal("x", Encoding.UTF8.GetString(inner));
        Assert.Equal(JsonDocument.None, json.Find(0, "b"u8));
        Assert.False(json.TryText(0, "n"u8, out _));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("9007199254740991", 9007199254740991)]
    [InlineData("9007199254740992", -1)]
    [InlineData("99999999999999999999", -1)]
    [InlineData("-1", -1)]
    [InlineData("1.0", -1)]
    [InlineData("1e3", -1)]
    public void Only_exact_integers_are_integers(string text, long expected) =>
        Assert.Equal(expected, JsonNumber.TryInteger(Encoding.UTF8.GetBytes(text), out var value) ? value : -1);

    [Fact]
    public void Random_text_is_judged_as_the_base_library_judges_it() =>
        Gen.Char["{}[]\",:\\u0019.eE+-tfn aé\n"].Array[0, 12].Select(characters => new string(characters)).Sample(
            text => TryRead(text, out _) == IsJson(text),
            iter: 200_000);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(
                Encoding.UTF8.GetBytes(text), new JsonDocumentOptions { AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryRead(string text, out JsonDocument json)
    {
        json = new JsonDocument();
        var bytes = Encoding.UTF8.GetBytes(text);
        return json.TryRead(bytes, bytes.Length);
    }
}
