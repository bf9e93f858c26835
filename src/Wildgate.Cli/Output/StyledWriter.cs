using Spectre.Console;

namespace Wildgate.Cli.Output;

/// <summary>
/// Writes text with colours, or exactly the text. Lines are never wrapped: a reader may be a program, and a terminal
/// wraps by itself.
/// </summary>
internal sealed class StyledWriter
{
    private const int UnboundedWidth = 1_000_000;

    private readonly TextWriter _writer;

    /// <summary>
    /// Null without colours: a console that is told to use none still resets those of the terminal around each text.
    /// </summary>
    private readonly IAnsiConsole? _console;

    public StyledWriter(TextWriter writer, bool colors)
    {
        _writer = writer;
        _console = colors ? Open(writer) : null;
    }

    public void Write(string text, Style style)
    {
        if (_console is null)
        {
            _writer.Write(text);
        }
        else
        {
            _console.Write(new Text(text, style));
        }
    }

    public void WriteLine(string text, Style style)
    {
        Write(text, style);
        WriteLine();
    }

    public void WriteLine(string text = "") => _writer.Write(text + '\n');

    private static IAnsiConsole Open(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = UnboundedWidth;
        return console;
    }
}
