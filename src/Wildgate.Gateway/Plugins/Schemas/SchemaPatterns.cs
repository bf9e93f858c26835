using System.Text.RegularExpressions;
using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Plugins.Schemas;

/// <summary>The regular expressions of one schema. They take time in proportion to the text.</summary>
internal sealed class SchemaPatterns
{
    private readonly Dictionary<string, Regex> _compiled = new(StringComparer.Ordinal);

    /// <exception cref="UnusableSchemaException">It is none, or one that cannot be matched in linear time.</exception>
    public bool IsMatch(string pattern, string text)
    {
        if (!_compiled.TryGetValue(pattern, out var regex))
        {
            _compiled.Add(pattern, regex = Compile(pattern));
        }

        return regex.IsMatch(text);
    }

    private Regex Compile(string pattern)
    {
        if (pattern.Length > SchemaLimits.PatternLength || _compiled.Count == SchemaLimits.Patterns)
        {
            throw new UnusableSchemaException("its schema has longer or more regular expressions than are checked");
        }

        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new UnusableSchemaException(
                $"its schema has a regular expression that cannot be checked: {Quotation.Of(pattern)}");
        }
    }
}
