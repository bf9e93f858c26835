using System.Text;
using ProxyWasm.Abi.Wire;

namespace ProxyWasm.Abi.Tests.Wire;

public sealed class HeaderPairsReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("ffffff")]
    [InlineData("00000000")]
    public void Nothing_fewer_than_four_bytes_and_a_zero_count_are_the_empty_map(string hex) =>
        Assert.Equal("", Read(hex));

    [Theory]
    [InlineData("0200000001000000010000000100000002000000" + "61003100" + "6200323200", "a=1;b=22;")]
    [InlineData("01000000" + "0000000000000000" + "0000", "=;")]
    [InlineData("0200000001000000010000000100000001000000" + "61003100" + "61003200", "a=1;a=2;")]
    [InlineData("01000000" + "0300000002000000" + "61006200" + "000000", "a\0b=\0\0;")]
    public void A_map_is_read_in_order(string hex, string expected) => Assert.Equal(expected, Read(hex));

    [Theory]
    [InlineData("01000000", HeaderPairsError.Truncated)]
    [InlineData("01000000" + "01000000010000", HeaderPairsError.Truncated)]
    [InlineData("01000000" + "0100000001000000", HeaderPairsError.Truncated)]
    [InlineData("01000000" + "0100000001000000" + "610031", HeaderPairsError.Truncated)]
    [InlineData("01000000" + "ffffffff01000000" + "61003100", HeaderPairsError.Truncated)]
    [InlineData("01000000" + "01000000ffffffff" + "61003100", HeaderPairsError.Truncated)]
    [InlineData("02000000" + "ffffffffffffffff" + "ffffffff09000000" + "61003100", HeaderPairsError.Truncated)]
    [InlineData("01000000" + "0100000001000000" + "61013100", HeaderPairsError.MissingTerminator)]
    [InlineData("01000000" + "0100000001000000" + "61003101", HeaderPairsError.MissingTerminator)]
    [InlineData("01000000" + "0100000001000000" + "6100310000", HeaderPairsError.TrailingBytes)]
    [InlineData("0000000000", HeaderPairsError.TrailingBytes)]
    [InlineData("01040000", HeaderPairsError.TooManyPairs)]
    [InlineData("ffffffff", HeaderPairsError.TooManyPairs)]
    [InlineData("00040000", HeaderPairsError.Truncated)]
    public void Bytes_that_are_no_map_are_refused_with_the_reason(string hex, HeaderPairsError expected)
    {
        bool created = HeaderPairsReader.TryCreate(
            Convert.FromHexString(hex), out HeaderPairsReader reader, out HeaderPairsError error);

        Assert.False(created);
        Assert.Equal(expected, error);
        Assert.Equal(0, reader.Count);
        Assert.False(reader.MoveNext());
    }

    [Fact]
    public void A_map_of_one_mebibyte_is_read_and_a_byte_more_is_too_large()
    {
        const int Limit = 1024 * 1024;

        Assert.True(HeaderPairsReader.TryCreate(OnePair(Limit), out _, out HeaderPairsError fits));
        Assert.False(HeaderPairsReader.TryCreate(OnePair(Limit + 1), out _, out HeaderPairsError tooLarge));

        Assert.Equal(HeaderPairsError.None, fits);
        Assert.Equal(HeaderPairsError.TooLarge, tooLarge);
    }

    [Fact]
    public void The_limits_of_a_guest_do_not_bind_its_host()
    {
        byte[] large = OnePair(2 * 1024 * 1024);
        byte[] many = new byte[HeaderPairs.SizeOf(0, 0, 1025)];
        many[0] = 1;
        many[1] = 4;

        Assert.True(HeaderPairsReader.TryCreate(large, HeaderPairsLimits.None, out _, out _));
        Assert.True(HeaderPairsReader.TryCreate(many, HeaderPairsLimits.None, out HeaderPairsReader reader, out _));
        Assert.Equal(1025, reader.Count);
    }

    [Fact]
    public void Name_and_value_are_empty_before_the_first_pair_and_after_the_last()
    {
        Assert.True(HeaderPairsReader.TryCreate(OnePair(20), out HeaderPairsReader reader, out _));

        Assert.True(reader.Name.IsEmpty);
        Assert.True(reader.MoveNext());
        Assert.Equal(6, reader.Value.Length);
        Assert.False(reader.MoveNext());
        Assert.True(reader.Value.IsEmpty);
        Assert.False(reader.MoveNext());
    }

    private static byte[] OnePair(int totalBytes)
    {
        byte[] bytes = new byte[totalBytes];
        HeaderPairsWriter writer = new(bytes, 1);
        writer.AddReserved(""u8, totalBytes - (int)HeaderPairs.SizeOf(0, 0, 1));
        Assert.Equal(totalBytes, writer.Complete());
        return bytes;
    }

    private static string Read(string hex)
    {
        Assert.True(HeaderPairsReader.TryCreate(
            Convert.FromHexString(hex), out HeaderPairsReader reader, out HeaderPairsError error));
        Assert.Equal(HeaderPairsError.None, error);
        StringBuilder text = new();
        while (reader.MoveNext())
        {
            text.Append(Encoding.Latin1.GetString(reader.Name)).Append('=');
            text.Append(Encoding.Latin1.GetString(reader.Value)).Append(';');
        }

        return text.ToString();
    }
}
