namespace Wildgate.Cli.Output;

/// <summary>
/// The two streams of the process: results go to <see cref="Output"/>, everything else to <see cref="Error"/>. Colours
/// appear only on a terminal, and not with <c>NO_COLOR</c>, <c>TERM=dumb</c> or <c>--no-color</c>.
/// </summary>
internal sealed class Terminal
{
    public Terminal(bool colorsAllowed)
    {
        var colors = colorsAllowed
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        Output = new StyledWriter(Console.Out, colors && !Console.IsOutputRedirected);
        Error = new StyledWriter(Console.Error, colors && !Console.IsErrorRedirected);
    }

    public StyledWriter Output { get; }

    public StyledWriter Error { get; }
}
