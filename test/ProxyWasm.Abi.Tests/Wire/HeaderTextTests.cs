using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

public sealed class HeaderTextTests
{
    [Fact]
    public void Every_character_becomes_its_byte_or_a_question_mark_and_only_ascii_letters_of_names_change() =>
        FuzzSeed.Repeat(20_000, random =>
        {
            char[] text = new char[random.Next(80)];
            int range = random.Next(3) switch { 0 => 0x80, 1 => 0x100, _ => 0x10000 };
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = random.Next(20) == 0 ? (char)random.Next(range) : (char)random.Next(0x20, 0x7F);
            }

            SentinelArea name = new(text.Length, wall: 0x5A);
            SentinelArea value = new(text.Length, wall: 0x5A);
            HeaderText.EncodeName(text, name.Inside);
            HeaderText.EncodeValue(text, value.Inside);

            for (int i = 0; i < text.Length; i++)
            {
                byte expected = text[i] > 0xFF ? (byte)'?' : (byte)text[i];
                Assert.Equal(expected, value.Inside[i]);
                Assert.Equal(expected is >= (byte)'A' and <= (byte)'Z' ? expected + 32 : expected, name.Inside[i]);
            }

            name.AssertWallsStand();
            value.AssertWallsStand();
        });

    [Fact]
    public void A_short_destination_is_refused()
    {
        Assert.Throws<ArgumentException>(() => HeaderText.EncodeName("abc", new byte[2]));
        Assert.Throws<ArgumentException>(() => HeaderText.EncodeValue("abc", new byte[2]));
    }
}
