using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>Which methods every virtual call can reach, and where they lie in the module's function table.</summary>
/// <remarks>
/// Classes are numbered; a slot's row holds a function for some of the numbers. Rows are laid over each other where
/// they do not collide (row displacement), so a call adds the class number to the row's offset and calls through the
/// table, for interfaces just as for classes.
/// </remarks>
internal sealed class DispatchTable
{
    private readonly Dictionary<IlMethod, Dictionary<IlType, IlMethod>> _rows = [];
    private readonly Dictionary<IlMethod, int> _offsets = [];
    private readonly Dictionary<IlType, int> _numbers = [];
    private readonly List<IlMethod?> _table = [];
    private readonly ProgramModel _program;
    private readonly IlType[] _constructed;

    public DispatchTable(ProgramModel program, IEnumerable<IlType> constructed)
    {
        _program = program;
        _constructed = [.. constructed.OrderBy(HierarchyKey, StringComparer.Ordinal)];
        foreach (var type in _constructed)
        {
            _numbers[type] = _numbers.Count;
        }
    }

    public IReadOnlyList<IlType> Constructed => _constructed;

    /// <summary>The table's functions; null where no row has an entry.</summary>
    public IReadOnlyList<IlMethod?> Entries => _table;

    /// <summary>Class number; types that are never created are numbered when something first asks.</summary>
    public int NumberOf(IlType type)
    {
        if (!_numbers.TryGetValue(type, out var number))
        {
            number = _numbers.Count;
            _numbers[type] = number;
        }

        return number;
    }

    public IEnumerable<KeyValuePair<IlType, int>> Numbered => _numbers;

    public int NumberedCount => _numbers.Count;

    public bool TryNumber(IlType type, out int number) => _numbers.TryGetValue(type, out number);

    public Dictionary<IlType, IlMethod> RowOf(IlMethod slot)
    {
        if (!_rows.TryGetValue(slot, out var row))
        {
            row = [];
            foreach (var type in _constructed)
            {
                if (Dispatch.Implementation(_program, type, slot) is { } implementation)
                {
                    row[type] = implementation;
                }
            }

            _rows[slot] = row;
        }

        return row;
    }

    /// <summary>The only method the slot can reach, if there is just one.</summary>
    public IlMethod? SingleTarget(IlMethod slot)
    {
        IlMethod? single = null;
        foreach (var target in RowOf(slot).Values)
        {
            if (single is not null && single != target)
            {
                return null;
            }

            single = target;
        }

        return single;
    }

    /// <summary>Lays out the rows of the slots that calls are left for, largest first.</summary>
    public void Place(IEnumerable<IlMethod> slots)
    {
        foreach (var slot in slots.OrderByDescending(s => RowOf(s).Count).ThenBy(s => s.Id))
        {
            var row = RowOf(slot);
            var numbers = row.Keys.Select(t => _numbers[t]).Order().ToArray();
            var offset = FirstFit(numbers);
            _offsets[slot] = offset;
            foreach (var (type, method) in row)
            {
                _table[offset + _numbers[type]] = method;
            }
        }
    }

    public int OffsetOf(IlMethod slot) => _offsets[slot];

    private int FirstFit(int[] numbers)
    {
        if (numbers.Length == 0)
        {
            return 0;
        }

        // The table index of the first class may not be negative, but the offset itself may.
        for (var offset = -numbers[0]; ; offset++)
        {
            if (numbers.All(n => offset + n >= _table.Count || _table[offset + n] is null))
            {
                while (_table.Count <= offset + numbers[^1])
                {
                    _table.Add(null);
                }

                return offset;
            }
        }
    }

    private string HierarchyKey(IlType type)
    {
        var key = "";
        for (var current = type; current is not null; current = _program.System.Hierarchy.BaseOf(current))
        {
            key = $"{current.Id:D7}/{key}";
        }

        return key;
    }
}
