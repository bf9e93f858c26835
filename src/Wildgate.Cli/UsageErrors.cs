using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Wildgate.Cli;

/// <summary>Words what is wrong with a command line.</summary>
internal static class UsageErrors
{
    private const int MostEdits = 3;

    public static void ThrowIfAny(ParseResult parsed)
    {
        var hasErrors = parsed.Action is ParseErrorAction;
        var unknown = FindUnknownOption(parsed) ?? (hasErrors ? FirstUnmatched(parsed) : null);
        if (hasErrors || (unknown is not null && parsed.Action == parsed.CommandResult.Command.Action))
        {
            throw Describe(parsed, unknown);
        }
    }

    private static string? FirstUnmatched(ParseResult parsed) =>
        parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;

    private static CommandException Describe(ParseResult parsed, string? unknown)
    {
        var command = CommandPath(parsed.CommandResult);
        var reason = unknown is null ? OneLine(parsed.Errors[0].Message) : DescribeUnknown(parsed, unknown);
        var similar = unknown is null ? null : FindSimilar(parsed.CommandResult.Command, unknown);
        var help = $"run '{command} --help'";
        return new CommandException(
            ExitCode.Usage,
            "usage",
            $"{command}: {reason}",
            similar is null ? $"To see what is possible, {help}" : $"Did you mean '{similar}'? Otherwise {help}");
    }

    /// <summary>
    /// The parser takes an option that it does not know for a positional argument, if there is room for one. Behind
    /// <c>--</c> that is what the user wants, elsewhere it is a mistake.
    /// </summary>
    private static string? FindUnknownOption(ParseResult parsed)
    {
        var arguments = parsed.CommandResult.Command.Arguments
            .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.Tokens
            .TakeWhile(static token => token.Type != TokenType.DoubleDash)
            .Where(token => arguments.Contains(token) && token.Value.Length > 1 && token.Value.StartsWith('-'))
            .Select(static token => token.Value)
            .FirstOrDefault();
    }

    private static string DescribeUnknown(ParseResult parsed, string unknown)
    {
        if (unknown.StartsWith('-'))
        {
            return $"unknown option '{unknown}'";
        }

        return parsed.CommandResult.Command.Subcommands.Count > 0
            ? $"unknown command '{unknown}'"
            : $"unexpected argument '{unknown}'";
    }

    private static string CommandPath(CommandResult result) => result.Parent is CommandResult parent
        ? $"{CommandPath(parent)} {result.Command.Name}"
        : "wild";

    private static string OneLine(string message) =>
        string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    private static string? FindSimilar(Command command, string unknown)
    {
        var candidates = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options))
            .SelectMany(static option => option.Aliases.Append(option.Name))
            .Concat(command.Subcommands.SelectMany(static child => child.Aliases.Append(child.Name)))
            .Where(name => name.Length > 2 && name.StartsWith('-') == unknown.StartsWith('-'));
        return candidates
            .Select(name => (Name: name, Edits: CountEdits(name, unknown)))
            .Where(candidate => candidate.Edits <= Math.Min(MostEdits, candidate.Name.Length / 2))
            .OrderBy(static candidate => candidate.Edits)
            .ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>The Levenshtein distance, one row at a time.</summary>
    private static int CountEdits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
