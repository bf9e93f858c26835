using ProxyWasm.Abi;
using Wildgate.Cli.Output;

namespace Wildgate.Cli.Tests.Output;

public sealed class PluginLogConsoleTests
{
    [Fact]
    public void A_message_names_level_plugin_and_context()
    {
        Assert.Equal("info     hello[3]: started\n", Print(colors: false, LogLevel.Info, "started\n"));
        Assert.Equal("critical hello[3]: started\n", Print(colors: false, LogLevel.Critical, "started"));
    }

    [Fact]
    public void Every_line_of_a_message_has_its_own_origin()
    {
        Assert.Equal(
            "warn     hello[3]: one\nwarn     hello[3]: \nwarn     hello[3]: error    other[9]: two\n",
            Print(colors: false, LogLevel.Warn, "one\r\n\nerror    other[9]: two"));
    }

    [Fact]
    public void Control_characters_of_a_message_are_made_visible()
    {
        Assert.Equal(
            "error    hello[3]: a\tb\\u{1b}[2J\\u{7}\\u{202e}[red]x[/]\n",
            Print(colors: false, LogLevel.Error, "a\tb\u001b[2J\a\u202e[red]x[/]"));
    }

    [Theory]
    [InlineData(LogLevel.Debug)]
    [InlineData(LogLevel.Info)]
    [InlineData(LogLevel.Warn)]
    [InlineData(LogLevel.Error)]
    [InlineData(LogLevel.Critical)]
    public void Colours_mark_the_level_and_leave_the_message_alone(LogLevel level)
    {
        var printed = Print(colors: true, level, "plain text");

        Assert.StartsWith("\u001b[", printed, StringComparison.Ordinal);
        Assert.EndsWith("plain text\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_line_is_not_wrapped()
    {
        var message = new string('x', 10_000);

        Assert.Equal($"info     hello[3]: {message}\n", Print(colors: false, LogLevel.Info, message));
    }

    [Fact]
    public async Task Messages_of_several_threads_do_not_mix()
    {
        using var writer = new StringWriter();
        var log = new PluginLogConsole(new StyledWriter(writer, colors: false));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                log.Write($"p{thread}", LogLevel.Info, 1, $"first {thread}\nsecond {thread}");
            }
        })));

        var lines = writer.ToString().TrimEnd().Split('\n');
        Assert.Equal(1600, lines.Length);
        for (var i = 0; i < lines.Length; i += 2)
        {
            var thread = lines[i][^1];
            Assert.Equal($"info     p{thread}[1]: first {thread}", lines[i]);
            Assert.Equal($"info     p{thread}[1]: second {thread}", lines[i + 1]);
        }
    }

    private static string Print(bool colors, LogLevel level, string message)
    {
        using var writer = new StringWriter();
        new PluginLogConsole(new StyledWriter(writer, colors)).Write("hello", level, 3, message);
        return writer.ToString();
    }
}
