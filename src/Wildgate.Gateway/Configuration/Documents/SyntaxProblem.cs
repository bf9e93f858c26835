using Wildgate.Gateway.Configuration.Reading;
using YamlDotNet.Core;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>Reports a text that is not YAML.</summary>
internal static class SyntaxProblem
{
    public static void Report(string text, YamlException failure, ProblemList problems)
    {
        var start = TextPosition.Of(failure.Start).AtMost(DocumentText.EndOf(text));
        var tab = failure.Message.Contains("tab", StringComparison.Ordinal) ? FindTab(text, start.Line) : null;
        problems.Add(
            ConfigurationProblemIds.Syntax,
            tab ?? start,
            ConfigurationPath.Root,
            $"not valid YAML: {Quotation.OfSentence(failure.Message)}",
            tab is null
                ? "check indentation, quotes and brackets at and before this place"
                : "indent with spaces; YAML allows no tabs there");
    }

    // The parser points at the beginning of the map a tab is in, which can be far away.
    private static TextPosition? FindTab(string text, int firstLine)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var indentation = line[..(line.Length - line.TrimStart(" \t").Length)];
            if (++number >= firstLine && indentation.Contains('\t'))
            {
                return new TextPosition(number, indentation.IndexOf('\t') + 1);
            }
        }

        return null;
    }
}
