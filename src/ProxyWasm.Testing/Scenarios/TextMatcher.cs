using System.Text;
using System.Text.RegularExpressions;
using ProxyWasm.Testing.Suites;

namespace ProxyWasm.Testing.Scenarios;

/// <summary>What one text must be: exactly something, a match, something that contains another, or absent.</summary>
internal sealed record TextMatcher
{
    public string? Exact { get; init; }

    public string? Contained { get; init; }

    public Regex? Pattern { get; init; }

    /// <summary>The pattern as it was written.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether nothing may be there.</summary>
    public bool IsAbsent => Exact is null && Contained is null && Pattern is null;

    public bool Matches(string? text) => text is null
        ? IsAbsent
        : text == Exact
            || (Contained is not null && text.Contains(Contained, StringComparison.Ordinal))
            || Pattern?.IsMatch(text) == true;

    /// <summary>What is wrong, or null when nothing is.</summary>
    /// <param name="what">What is looked at, for the message.</param>
    /// <param name="text">What was found; null for nothing.</param>
    public string? FindProblem(string what, string? text) =>
        Matches(text) ? null : $"expected {what} to be {this}, found {(text is null ? "none" : Show(text))}";

    public override string ToString() =>
        Exact is not null ? Show(Exact)
        : Contained is not null ? $"a text with {Show(Contained)}"
        : Pattern is not null ? $"a match of /{Source}/"
        : "absent";

    public static string Show(string text) => SuiteMatcher.Show(Encoding.UTF8.GetBytes(text));
}
