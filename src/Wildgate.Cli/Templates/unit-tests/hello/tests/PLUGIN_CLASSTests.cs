public class PLUGIN_CLASSTests
{
    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task Every_response_says_hello(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        var stream = host.OpenStream();
        stream.RequestHeaders();

        var response = stream.ResponseHeaders();

        Assert.Equal("world", response.Headers["hello"]);
    }
}
