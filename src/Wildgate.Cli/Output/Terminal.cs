using Spectre.Console;

namespace Wildgate.Cli.Output;

/// <summary>
/// The two streams of the process: results go to <see cref="Output"/>, everything else to <see cref="Error"/>. Colours
/// appear only on a terminal, and not with <c>NO_COLOR</c>, <c>TERM=dumb</c> or <c>--no-color</c>.
/// </summary>
internal sealed class Terminal
{
    /// <summary>Lines are never wrapped: a reader may be a program, and a terminal wraps by itself.</summary>
    private const int UnboundedWidth = 1_000_000;

    public Terminal(bool colorsAllowed)
    {
        var colors = colorsAllowed
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        Output = Open(Console.Out, colors && !Console.IsOutputRedirected);
        Error = Open(Console.Error, colors && !Console.IsErrorRedirected);
    }

    public IAnsiConsole Output { get; }

    public IAnsiConsole Error { get; }

    /// <summary>Makes a console of any writer, with or without colours.</summary>
    public static IAnsiConsole Open(TextWriter writer, bool colors)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colors ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = UnboundedWidth;
        return console;
    }
}
