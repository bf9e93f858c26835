namespace Differential.Generation;

/// <summary>What the code at some place of a generated program can use.</summary>
internal sealed class Surroundings
{
    private readonly List<Variable> _variables = [];
    private readonly List<int> _marks = [];

    public List<DataType> Types { get; } = [];

    public List<Function> Functions { get; } = [];

    /// <summary>Whether the place is in a lambda, which cannot use every variable.</summary>
    public bool InLambda { get; set; }

    public bool InIterator { get; set; }

    public bool InAsync { get; set; }

    /// <summary>Loops around the place that can be left from it.</summary>
    public int Loops { get; set; }

    public bool CanReturn { get; set; } = true;

    public IEnumerable<Variable> Visible => InLambda ? _variables.Where(v => v.Capturable) : _variables;

    public IReadOnlyList<Variable> OfType(DataType type) => [.. Visible.Where(v => v.Type == type)];

    public IReadOnlyList<Variable> WritableOf(DataType type) => [.. Visible.Where(v => v.Type == type && v.Writable)];

    public void Add(Variable variable) => _variables.Add(variable);

    public void Open() => _marks.Add(_variables.Count);

    public void Close()
    {
        _variables.RemoveRange(_marks[^1], _variables.Count - _marks[^1]);
        _marks.RemoveAt(_marks.Count - 1);
    }
}
