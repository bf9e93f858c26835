using ProxyWasm.Abi;
using Spectre.Console;

namespace Wildgate.Cli.Output;

/// <summary>
/// Prints what plugins log: level, plugin and context before every line, so that a message of several lines cannot
/// pass for several messages. Safe for use by several threads; a message stays in one piece.
/// </summary>
internal sealed class PluginLogConsole(StyledWriter console)
{
    private const int LevelWidth = 8;

    private readonly Lock _gate = new();

    /// <param name="plugin">Name of the plugin.</param>
    /// <param name="level">Severity of the message.</param>
    /// <param name="contextId">The context that was active, or 0 for the VM itself.</param>
    /// <param name="message">Any text; a line break at its end is not printed.</param>
    public void Write(string plugin, LogLevel level, uint contextId, string message)
    {
        var style = StyleOf(level);
        var label = level.ToString().ToLowerInvariant().PadRight(LevelWidth);
        var origin = TerminalText.Clean($" {plugin}[{contextId}]: ");
        lock (_gate)
        {
            foreach (var line in message.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            {
                console.Write(label, style);
                console.Write(origin, new Style(Color.Grey));
                console.WriteLine(TerminalText.Clean(line));
            }
        }
    }

    private static Style StyleOf(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => new Style(Color.Grey),
        LogLevel.Info => new Style(Color.Green),
        LogLevel.Warn => new Style(Color.Yellow),
        LogLevel.Error => new Style(Color.Red),
        _ => new Style(Color.White, Color.Red),
    };
}
