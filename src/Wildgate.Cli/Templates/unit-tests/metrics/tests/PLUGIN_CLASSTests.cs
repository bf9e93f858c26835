public class PLUGIN_CLASSTests
{
    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task Requests_their_failures_and_their_time_are_counted(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        var stream = host.OpenStream();

        stream.RequestHeaders();
        host.Advance(TimeSpan.FromMilliseconds(30));
        stream.ResponseHeaders((":status", "503"));
        stream.Finish();

        Assert.Equal(1UL, host.Metric("requests").Value);
        Assert.Equal(1UL, host.Metric("failures").Value);
        Assert.Equal(30UL, host.Metric("request_milliseconds").Value);
    }
}
