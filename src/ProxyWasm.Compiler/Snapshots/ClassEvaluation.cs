using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>Runs static constructors at build time where the program cannot tell the difference.</summary>
/// <remarks>
/// A running module would run them later, in an order that depends on what it does. So a constructor may change nothing
/// but the static fields of its class and objects that it makes, and may read of the rest only what never changes.
/// Constructors for which that does not hold run in the module as usual.
/// </remarks>
internal sealed class ClassEvaluation
{
    private const int MaxSteps = 400_000;

    /// <summary>More data than this is better made by the code when it is needed.</summary>
    private const int MaxWeight = 16 * 1024;

    private readonly ProgramModel _program;
    private readonly RegionTable _regions;
    private readonly Evaluator _evaluator;
    private readonly IReadOnlySet<IlField> _changing;
    private readonly Dictionary<IlType, string?> _results = [];
    private readonly Stack<IlType> _running = new();

    /// <summary>Prepares the evaluation.</summary>
    /// <param name="program">The program.</param>
    /// <param name="changing">Static fields that are written outside of the static constructor of their class.</param>
    public ClassEvaluation(ProgramModel program, IReadOnlySet<IlField> changing)
    {
        _program = program;
        _changing = changing;
        _regions = new RegionTable(program);
        _evaluator = new Evaluator(program, _regions, this);
    }

    /// <summary>The class whose static constructor is running.</summary>
    public IlType Current => _running.Peek();

    /// <summary>Runs the static constructors of the classes as far as possible.</summary>
    public Snapshot Run(IEnumerable<IlType> types)
    {
        foreach (var type in types)
        {
            Evaluate(type);
        }

        var evaluated = _results.Where(r => r.Value is null).Select(r => r.Key).ToHashSet();
        var contents = evaluated.SelectMany(_regions.StaticsOf).Where(r => r.Weight > 0)
            .ToDictionary(r => r.Field!);
        var reasons = _results.Where(r => r.Value is not null).Select(r => (r.Key, r.Value!)).ToArray();
        return new Snapshot(evaluated, contents, reasons);
    }

    /// <summary>The running constructor uses a class, which has to be initialised.</summary>
    public void Require(IlType type)
    {
        if (type == Current)
        {
            return;
        }

        if (_running.Contains(type))
        {
            throw new EvaluationStoppedException($"{type} and it need each other");
        }

        if (Evaluate(type) is { } reason)
        {
            throw new EvaluationStoppedException($"it needs {type}: {reason}");
        }
    }

    public void RequireWritable(Region region)
    {
        if (region.Kind != RegionKind.Frame && region.Owner != Current)
        {
            throw new EvaluationStoppedException(
                $"it changes {region}, which does not belong to it");
        }
    }

    public void RequireReadable(Region region, long offset)
    {
        if (region.Owner is not { } owner || owner == Current)
        {
            return;
        }

        var isFixed = region.Kind == RegionKind.Static
            ? !_changing.Contains(region.Field!)
            : offset < region.FixedBytes || region.Type == _program.System.String
                || owner.Definition!.Module.IsFramework;
        if (!isFixed)
        {
            throw new EvaluationStoppedException(
                $"it reads {region}, which can change");
        }
    }

    private string? Evaluate(IlType type)
    {
        if (!_results.TryGetValue(type, out var reason))
        {
            reason = TryRun(type);
            _results[type] = reason;
        }

        return reason;
    }

    private string? TryRun(IlType type)
    {
        var budget = _evaluator.Budget;
        _running.Push(type);
        try
        {
            _evaluator.Budget = MaxSteps;
            _evaluator.Run(_program.StaticConstructor(type));
            RequireKeepable(type);
            return null;
        }
        catch (EvaluationStoppedException stopped)
        {
            _regions.Reset(type);
            return stopped.Message;
        }
        finally
        {
            _running.Pop();
            _evaluator.Budget = budget;
        }
    }

    private void RequireKeepable(IlType type)
    {
        var weight = 0;
        var seen = new HashSet<Region>();
        var work = new Queue<Region>(_regions.StaticsOf(type));
        while (work.TryDequeue(out var region))
        {
            if (!seen.Add(region) || (region.Owner != type && region.Kind != RegionKind.Frame))
            {
                continue;
            }

            if (region.Kind == RegionKind.Frame)
            {
                throw new EvaluationStoppedException("it keeps the address of a local variable");
            }

            weight += region.Weight;
            foreach (var address in region.Addresses.Values)
            {
                work.Enqueue(address.Region!);
            }
        }

        if (weight > MaxWeight)
        {
            throw new EvaluationStoppedException($"it makes {weight} bytes of data");
        }
    }
}
