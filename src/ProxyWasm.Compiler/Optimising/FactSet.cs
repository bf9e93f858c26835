using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>What is known at one place of a body.</summary>
internal sealed class FactSet
{
    private readonly HashSet<Fact> _facts;

    /// <summary>Registers with the same value, both ways around.</summary>
    private readonly HashSet<(Operand, Operand)> _copies;

    public FactSet()
        : this([], [])
    {
    }

    private FactSet(HashSet<Fact> facts, HashSet<(Operand, Operand)> copies)
    {
        _facts = facts;
        _copies = copies;
    }

    public FactSet Clone() => new([.. _facts], [.. _copies]);

    /// <summary>Keeps what the other set knows as well.</summary>
    /// <returns>Whether something was forgotten.</returns>
    public bool Meet(FactSet other)
    {
        var before = _facts.Count + _copies.Count;
        _facts.IntersectWith(other._facts);
        _copies.IntersectWith(other._copies);
        return _facts.Count + _copies.Count != before;
    }

    public void Add(FactKind kind, Operand first, Operand second = default)
    {
        if (!first.IsRegister && !second.IsRegister)
        {
            return;
        }

        if (_copies.Count == 0 || kind == FactKind.Assigned)
        {
            AddAlone(kind, first, second);
            return;
        }

        // What is learnt about a register later holds for its copies too.
        Operand[] seconds = [second, .. CopiesOf(second)];
        foreach (var copy in CopiesOf(first).Prepend(first))
        {
            foreach (var other in seconds)
            {
                AddAlone(kind, copy, other);
            }
        }
    }

    private IEnumerable<Operand> CopiesOf(Operand operand) =>
        operand.IsRegister ? _copies.Where(c => c.Item1.Equals(operand)).Select(c => c.Item2) : [];

    private void AddAlone(FactKind kind, Operand first, Operand second)
    {
        _facts.Add(new Fact(kind, first, second));
        if (kind == FactKind.Below && IsNotNegative(second))
        {
            _facts.Add(new Fact(FactKind.NotNegative, first));
            _facts.Add(new Fact(FactKind.NotMaximum, first));
        }
        else if (kind == FactKind.Less)
        {
            _facts.Add(new Fact(FactKind.NotMaximum, first));
        }
    }

    /// <summary>Forgets everything about a register that is about to change.</summary>
    public void Forget(Register register)
    {
        var operand = Operand.Of(register);
        _facts.RemoveWhere(f => f.First.Equals(operand) || f.Second.Equals(operand));
        _copies.RemoveWhere(c => c.Item1.Equals(operand) || c.Item2.Equals(operand));
    }

    /// <summary>What is known about the source is known about its copy.</summary>
    public void Copy(Operand source, Operand copy)
    {
        Fact[] known = [.. _facts.Where(f =>
            f.Kind != FactKind.Assigned && (f.First.Equals(source) || f.Second.Equals(source)))];
        foreach (var fact in known)
        {
            _facts.Add(fact.First.Equals(source)
                ? fact with { First = copy } : fact with { Second = copy });
        }

        foreach (var same in CopiesOf(source).Append(source).ToArray())
        {
            _copies.Add((same, copy));
            _copies.Add((copy, same));
        }
    }

    public bool IsAssigned(Register register) => _facts.Contains(new Fact(FactKind.Assigned, Operand.Of(register)));

    public bool IsNonZero(Operand value) => value.IsConstant ? value.Bits != 0
        : IsAddress(value) || Has(FactKind.NonZero, value);

    public bool IsZero(Operand value) => value.IsZero || Has(FactKind.Zero, value);

    public bool IsNotNegative(Operand value) => value.IsConstant ? value.Bits >= 0
        : Has(FactKind.NotNegative, value) || Has(FactKind.Zero, value);

    public bool IsNotMaximum(Operand value) => value.IsConstant ? value.Bits != int.MaxValue
        : Has(FactKind.NotMaximum, value);

    public bool IsLess(Operand value, Operand limit) => value.IsConstant && limit.IsConstant
        ? value.Bits < limit.Bits
        : Has(FactKind.Less, value, limit) || (Has(FactKind.Below, value, limit) && IsNotNegative(limit));

    public bool IsBelow(Operand value, Operand limit) => value.IsConstant && limit.IsConstant
        ? (uint)value.Bits < (uint)limit.Bits
        : Has(FactKind.Below, value, limit) || (value.IsZero && IsNonZero(limit))
            || (IsNotNegative(value) && Has(FactKind.Less, value, limit));

    public Operand? LengthOf(Operand array)
    {
        if (array is { Kind: OperandKind.Symbol, Symbol: Symbol.Text text, Bits: 0 })
        {
            return Operand.Int(text.Value.Length);
        }

        Operand? best = null;
        foreach (var fact in _facts)
        {
            // The set has no order; which of several is taken has to be the same every time.
            if (fact.Kind == FactKind.HasLength && fact.First.Equals(array)
                && (best is null || RankOf(fact.Second) < RankOf(best.Value)))
            {
                best = fact.Second;
            }
        }

        return best;
    }

    /// <summary>Addresses of data are known only after linking, but none is zero.</summary>
    private static bool IsAddress(Operand value) => value.IsSlot || (value.Kind == OperandKind.Symbol
        && value.Symbol is not (Symbol.ModuleFact or Symbol.SelectorOffset or Symbol.TableIndex));

    private static long RankOf(Operand operand) => operand.IsRegister ? operand.Register.Id : -1;

    private bool Has(FactKind kind, Operand first, Operand second = default) =>
        _facts.Contains(new Fact(kind, first, second));
}
