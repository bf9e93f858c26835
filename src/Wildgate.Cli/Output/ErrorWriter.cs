using Spectre.Console;

namespace Wildgate.Cli.Output;

/// <summary>
/// Prints failures in one shape: <c>Error: what: why</c>, then <c>Hint: next step</c>, or one JSON document about the
/// first of them. A stack trace appears only when it was asked for.
/// </summary>
internal sealed class ErrorWriter(StyledWriter console, OutputFormat format, bool withStackTrace)
{
    public void Write(CommandException error)
    {
        if (format == OutputFormat.Json)
        {
            var document = new ErrorDocument(new ErrorDocument.Body(error.Code, error.Message, error.Hint));
            console.WriteLine(JsonText.Of(document));
        }
        else
        {
            WriteText(error);
            foreach (var further in error.Further)
            {
                WriteText(further);
            }
        }

        if (withStackTrace)
        {
            console.WriteLine((error.InnerException ?? error).ToString());
        }
    }

    public void WriteWarning(string message, string? hint)
    {
        WriteLine("Warning", message, Color.Yellow);
        if (hint is not null)
        {
            WriteLine("Hint", hint, Color.Yellow);
        }
    }

    private void WriteText(CommandException error)
    {
        WriteLine("Error", error.Message, Color.Red);
        if (error.Hint is not null)
        {
            WriteLine("Hint", error.Hint, Color.Yellow);
        }
    }

    private void WriteLine(string label, string text, Color color)
    {
        console.Write($"{label}: ", new Style(color));
        console.WriteLine(TerminalText.Clean(text));
    }
}
