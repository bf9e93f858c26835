using Wildgate.Bench.Load;

namespace Wildgate.Bench.Tests.Load;

public sealed class LoadTargetTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:8080", "127.0.0.1:8080", "/")]
    [InlineData("http://127.0.0.1/a/b?c=d", "127.0.0.1:80", "127.0.0.1", "/a/b?c=d")]
    [InlineData("http://[::1]:81/", "[::1]:81", "[::1]:81", "/")]
    public void A_url_says_where_to_connect_and_what_to_ask(string url, string endPoint, string authority, string path)
    {
        var target = LoadTarget.Parse(url);

        Assert.Equal((endPoint, authority, path), (target.EndPoint.ToString(), target.Authority, target.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/path")]
    [InlineData("127.0.0.1:80")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://user:secret@127.0.0.1/")]
    public void Anything_else_is_refused(string url)
    {
        var error = Assert.Throws<BenchException>(() => LoadTarget.Parse(url));

        Assert.Contains("http://HOST[:PORT]/PATH", error.Message, StringComparison.Ordinal);
    }
}
