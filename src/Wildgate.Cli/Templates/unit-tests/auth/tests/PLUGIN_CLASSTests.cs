public class PLUGIN_CLASSTests
{
    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task A_request_with_a_key_passes_and_the_key_stays_here(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        var stream = host.OpenStream();

        stream.RequestHeaders(("x-api-key", "change-me"));

        Assert.True(stream.Request.HasHeaders);
        Assert.Null(stream.Request.Headers["x-api-key"]);
    }

    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task A_request_without_a_key_is_refused_and_counted(string form)
    {
        await using var host = await PluginForm.StartAsync(form);

        var request = host.OpenStream().RequestHeaders();

        Assert.Equal(401, request.LocalResponse?.StatusCode);
        Assert.Equal(1UL, host.Metric("denied").Value);
    }
}
