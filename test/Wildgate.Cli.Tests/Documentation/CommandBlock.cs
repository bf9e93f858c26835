using System.Text.RegularExpressions;
using Wildgate.Cli.Tests.Support;

namespace Wildgate.Cli.Tests.Documentation;

/// <summary>A fenced block of shell commands in a page.</summary>
/// <param name="Page">The page, relative to the repository.</param>
/// <param name="Line">The line of the fence, from 1.</param>
/// <param name="Commands">Its lines without comments; a line that ends with a backslash is joined with the next.</param>
/// <param name="ReasonNotToRun">From a comment <c>&lt;!-- not run: reason --&gt;</c> before the block, or null.</param>
internal sealed partial record CommandBlock(
    string Page, int Line, IReadOnlyList<string> Commands, string? ReasonNotToRun)
{
    /// <summary>All blocks of README.md and of the pages in docs.</summary>
    public static IEnumerable<CommandBlock> All() => new[] { Repository.At("README.md") }
        .Where(File.Exists)
        .Concat(Directory.EnumerateFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)
        .SelectMany(path => In(Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path)));

    public static IEnumerable<CommandBlock> In(string page, string text)
    {
        foreach (Match match in Fence().Matches(text.ReplaceLineEndings("\n")))
        {
            var line = text[..match.Groups["fence"].Index].Count(static character => character == '\n') + 1;
            var commands = match.Groups["body"].Value.Replace("\\\n", " ", StringComparison.Ordinal)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(static command => !command.StartsWith('#'));
            var reason = match.Groups["reason"];
            yield return new CommandBlock(page, line, [.. commands], reason.Success ? reason.Value : null);
        }
    }

    [GeneratedRegex(
        @"(?:^<!-- not run: (?<reason>.+?) -->\n+)?^(?<fence>```sh)[^\n]*\n(?<body>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
