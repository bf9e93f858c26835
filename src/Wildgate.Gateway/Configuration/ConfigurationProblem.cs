namespace Wildgate.Gateway.Configuration;

/// <summary>One thing that is wrong, or deserves attention, in a configuration.</summary>
/// <param name="Id">What kind of problem it is: a constant of <see cref="ConfigurationProblemIds"/>.</param>
/// <param name="Source">The file or the name of the text.</param>
/// <param name="Line">The line, from 1; 0 when the problem has no place in the text.</param>
/// <param name="Column">The column in UTF-16 code units, from 1; 0 when the problem has no place in the text.</param>
/// <param name="Path">
/// The field, such as <c>static_resources.listeners[0].name</c>; empty when the problem concerns the whole text.
/// </param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="Advice">What to do about it; may be empty.</param>
public sealed record ConfigurationProblem(
    string Id,
    string Source,
    int Line,
    int Column,
    string Path,
    string Message,
    string Advice)
{
    /// <summary>The problem on one line: place, id, path, message and advice.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? Source : FormattableString.Invariant($"{Source}:{Line}:{Column}");
        var path = Path.Length == 0 ? "" : $"{Path}: ";
        var advice = Advice.Length == 0 ? "" : $"; {Advice}";
        return $"{place}: {Id}: {path}{Message}{advice}";
    }
}
