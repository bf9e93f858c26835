using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>How a frame slot is accessed, and the variables it becomes.</summary>
internal sealed class SlotScalars
{
    private readonly SortedDictionary<int, MemoryKind> _kinds = [];
    private readonly List<(int Start, int Size)> _clears = [];
    private readonly Dictionary<int, Register> _variables = [];
    private readonly int _maximum;
    private bool _isRejected;

    public SlotScalars(int maximum) => _maximum = maximum;

    public bool IsPromotable => !_isRejected && _kinds.Count <= _maximum;

    public void Reject() => _isRejected = true;

    public void Clear(int start, int size) => _clears.Add((start, size));

    public void Access(int offset, MemoryKind kind)
    {
        if (_kinds.TryGetValue(offset, out var known))
        {
            _isRejected |= known.Size() != kind.Size() || known.Register() != kind.Register();
            return;
        }

        foreach (var (other, otherKind) in _kinds)
        {
            _isRejected |= offset < other + otherKind.Size() && other < offset + kind.Size();
        }

        if (_kinds.Count > _maximum)
        {
            _isRejected = true;
            return;
        }

        _kinds[offset] = kind;
    }

    /// <summary>A clear that covers only a part of a scalar cannot be expressed.</summary>
    public void CheckClears()
    {
        foreach (var (start, size) in _clears)
        {
            foreach (var (offset, kind) in _kinds)
            {
                var overlaps = offset < start + size && start < offset + kind.Size();
                _isRejected |= overlaps && (offset < start || offset + kind.Size() > start + size);
            }
        }
    }

    public Register VariableAt(Body body, int offset)
    {
        if (!_variables.TryGetValue(offset, out var variable))
        {
            variable = body.NewVariable(_kinds[offset].Register());
            _variables[offset] = variable;
        }

        return variable;
    }

    public IEnumerable<Register> VariablesIn(Body body, int start, int size) => _kinds.Keys
        .Where(o => o >= start && o < start + size).Select(o => VariableAt(body, o)).ToArray();
}
