using Wildgate.Bench.Http;

namespace Wildgate.Bench.Tests.Http;

public sealed class HeaderExpectationTests
{
    [Theory]
    [InlineData("x-a", "x-a")]
    [InlineData("x-a=1", "x-a: 1")]
    [InlineData("x-a=", "x-a: ")]
    [InlineData("x-a=b=c", "x-a: b=c")]
    public void Parse_takes_a_name_or_a_name_with_value(string text, string shown) =>
        Assert.Equal(shown, HeaderExpectation.Parse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("=1")]
    [InlineData("a b=1")]
    [InlineData("ä=1")]
    public void Parse_gives_nothing_for_what_is_no_header_name(string text) =>
        Assert.Null(HeaderExpectation.Parse(text));
}
