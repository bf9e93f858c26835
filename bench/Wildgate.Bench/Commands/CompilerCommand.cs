using System.CommandLine;
using Wildgate.Bench.Compiled;

namespace Wildgate.Bench.Commands;

/// <summary><c>compiler</c>: speed of compiled C# next to Rust and AssemblyScript.</summary>
internal static class CompilerCommand
{
    private const int DefaultRounds = 200;

    private static readonly Option<int> Rounds =
        Options.Positive("--rounds", "Measurements of each kernel in each language", DefaultRounds);

    private static readonly Option<string?> Markdown = new("--markdown")
    {
        Description = "Also write the table to this file",
    };

    public static Command Create()
    {
        var command = new Command("compiler", "Speed of C# compiled to WebAssembly, next to Rust and AssemblyScript")
        {
            Rounds, Markdown,
        };
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var report = CompilerBenchmark.Run(parsed.GetValue(Rounds), Console.Error.WriteLine, cancellationToken)
            .ToMarkdown();
        Console.Write(report);
        if (parsed.GetValue(Markdown) is { } file)
        {
            ReportFile.Write(file, report);
        }

        return 0;
    }
}
