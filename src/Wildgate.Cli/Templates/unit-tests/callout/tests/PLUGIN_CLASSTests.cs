public class PLUGIN_CLASSTests
{
    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task A_request_waits_for_its_number(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        host.Upstreams.Add("numbers").On("/next").After(TimeSpan.FromMilliseconds(20)).Reply(200, "7\n");
        var stream = host.OpenStream();

        Assert.Equal(StepAction.Pause, stream.RequestHeaders().Action);
        host.Advance(TimeSpan.FromMilliseconds(20));

        Assert.Equal("7", stream.Request.Headers["x-request-number"]);
    }

    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task A_request_is_refused_when_no_number_comes_in_time(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        host.Upstreams.Add("numbers");
        var stream = host.OpenStream();

        stream.RequestHeaders();
        host.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(503, stream.LocalResponse?.StatusCode);
    }
}
