public class PLUGIN_CLASSTests
{
    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task Text_is_changed_wherever_the_proxy_cuts_it(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        var stream = host.OpenStream();
        stream.RequestHeaders();

        stream.ResponseHeaders([("content-type", "text/plain"), ("content-length", "13")], endOfStream: false);
        stream.ResponseBody("a ta", endOfStream: false);
        stream.ResponseBody("me answer");

        Assert.Null(stream.Response.Headers["content-length"]);
        Assert.Equal("a wild answer", stream.Response.Text);
    }
}
