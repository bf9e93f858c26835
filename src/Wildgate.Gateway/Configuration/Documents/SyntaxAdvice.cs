using YamlDotNet.Core;

namespace Wildgate.Gateway.Configuration.Documents;

/// <summary>Guesses what to do about a syntax error.</summary>
internal static class SyntaxAdvice
{
    public static string For(string text, YamlException failure)
    {
        var line = LineOf(text, failure.Start.Line);
        var indentation = line[..(line.Length - line.TrimStart().Length)];
        return indentation.Contains('\t')
            ? "indent with spaces; YAML allows no tabs there"
            : "check indentation, quotes and brackets at and before this place";
    }

    private static ReadOnlySpan<char> LineOf(string text, long number)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (--number <= 0)
            {
                return line;
            }
        }

        return [];
    }
}
