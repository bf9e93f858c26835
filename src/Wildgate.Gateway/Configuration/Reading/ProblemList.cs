using Wildgate.Gateway.Configuration.Documents;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>Collects what is wrong with one text.</summary>
internal sealed class ProblemList(string source)
{
    // Enough for a person to work on; a hostile text must not make the gateway write millions of lines.
    private const int Most = 100;

    private readonly List<ConfigurationProblem> _problems = [];
    private readonly List<ConfigurationProblem> _warnings = [];
    private int _omittedCount;

    public string Source { get; } = source;

    public bool IsFull => _problems.Count >= Most;

    public IReadOnlyList<ConfigurationProblem> Warnings => InOrder(_warnings);

    public void Add(string id, TextPosition position, ConfigurationPath path, string message, string advice)
    {
        if (IsFull)
        {
            _omittedCount++;
            return;
        }

        _problems.Add(Create(id, position, path, message, advice));
    }

    public void Warn(string id, TextPosition position, ConfigurationPath path, string message, string advice) =>
        _warnings.Add(Create(id, position, path, message, advice));

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new ConfigurationException(InOrder(_problems), _omittedCount);
        }
    }

    private ConfigurationProblem Create(
        string id,
        TextPosition position,
        ConfigurationPath path,
        string message,
        string advice) => new(id, Source, position.Line, position.Column, path.ToString(), message, advice);

    private static IReadOnlyList<ConfigurationProblem> InOrder(List<ConfigurationProblem> problems) =>
        [.. problems.OrderBy(static problem => problem.Line).ThenBy(static problem => problem.Column)];
}
