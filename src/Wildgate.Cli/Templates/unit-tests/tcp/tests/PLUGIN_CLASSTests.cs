public class PLUGIN_CLASSTests
{
    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task Commands_pass_line_by_line(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        var connection = host.OpenConnection();

        Assert.Equal(StepAction.Pause, connection.DownstreamData("GET a").Action);
        connection.DownstreamData("b\n");

        Assert.Equal("GET ab\n", System.Text.Encoding.UTF8.GetString(connection.ToUpstream.Span));
    }

    [Theory]
    [MemberData(nameof(PluginForm.All), MemberType = typeof(PluginForm))]
    public async Task A_denied_command_ends_the_connection(string form)
    {
        await using var host = await PluginForm.StartAsync(form);
        var connection = host.OpenConnection();

        connection.DownstreamData("SHUTDOWN\n");

        Assert.True(connection.IsClosed);
        Assert.Equal(1UL, host.Metric("denials").Value);
    }
}
