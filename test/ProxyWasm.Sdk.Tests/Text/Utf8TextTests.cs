using System.Text;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Tests.Text;

/// <summary>Text to bytes and back, compared with the base library.</summary>
public sealed class Utf8TextTests
{
    [Fact]
    public void Random_bytes_are_read_as_the_base_library_reads_them_one_character_after_the_other()
    {
        var random = RandomSeed.Create();
        for (var round = 0; round < 2000; round++)
        {
            var bytes = new byte[random.Next(12)];
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)(random.Next(4) == 0 ? random.Next(0x80) : random.Next(0x80, 0x100));
            }

            Assert.Equal(Decode(bytes), Utf8Text.Decode(bytes));
        }
    }

    [Fact]
    public void Every_character_goes_there_and_back()
    {
        for (var value = 0; value <= 0x10FFFF; value += value < 0x900 ? 1 : 31)
        {
            if (!Rune.IsValid(value))
            {
                continue;
            }

            var text = new Rune(value).ToString();
            Assert.Equal(Encoding.UTF8.GetBytes(text), Utf8Text.Encode(text));
            Assert.Equal(text, Utf8Text.Decode(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("a\uDC00\uD800b")]
    [InlineData("\uD800\uD801\uDC00")]
    public void Surrogates_without_their_other_half_become_the_replacement_character(string text) =>
        Assert.Equal(Encoding.UTF8.GetBytes(text), Utf8Text.Encode(text));

    [Fact]
    public void A_text_that_is_put_together_grows()
    {
        var text = new TextBuffer(stackalloc byte[1]);
        var expected = new StringBuilder();
        for (var i = -50L; i < 50; i++)
        {
            text.Append(i * i * i);
            text.Append("\u00e9 ");
            expected.Append(i * i * i).Append("\u00e9 ");
        }

        text.Append(long.MinValue);
        text.Append(ulong.MaxValue);
        expected.Append(long.MinValue).Append(ulong.MaxValue);
        Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(text.Written));
    }

    // Each byte that does not belong to a character is one replacement.
    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        while (!bytes.IsEmpty)
        {
            var isGood = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            text.Append(isGood ? rune.ToString() : "\uFFFD");
            bytes = bytes[(isGood ? length : 1)..];
        }

        return text.ToString();
    }
}
