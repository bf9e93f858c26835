using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Substitution;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>
/// Finds the methods of the base library that cannot end well in a module: whatever happens before, they come to a
/// member that cannot run, unless they raise another exception first.
/// </summary>
/// <remarks>
/// A method that may return without it, or that could catch the exception, is none of them: reachability is an
/// approximation, and the base library has many such paths for cases that do not arise in a module.
/// </remarks>
internal sealed class CertainFailures
{
    private readonly ProgramModel _program;
    private readonly Reachability _reachability;
    private readonly Dictionary<IlMethod, (IlMethod? Next, string Reason)> _failing = [];
    private readonly Dictionary<IlMethod, HashSet<IlMethod>> _callers = [];

    public CertainFailures(ProgramModel program, Reachability reachability)
    {
        _program = program;
        _reachability = reachability;
        Find();
    }

    public bool Contains(IlMethod method) => _failing.ContainsKey(method);

    public string ReasonOf(IlMethod method) => _failing[method].Reason;

    /// <summary>From a failing method to the member that cannot run, both included.</summary>
    public IEnumerable<IlMethod> ChainFrom(IlMethod method)
    {
        for (var step = method; step is not null; step = _failing[step].Next)
        {
            yield return step;
        }
    }

    /// <summary>The method an instruction calls, or makes a delegate of, that fails for certain.</summary>
    public IlMethod? CalledBy(Instruction instruction)
    {
        IlMethod? found = null;
        foreach (var targets in TargetsOf(instruction))
        {
            // Which of several objects a virtual call is made on is not known.
            if (targets.Count > 0 && targets.All(_failing.ContainsKey))
            {
                found ??= targets.First();
            }
        }

        return found;
    }

    private IEnumerable<IReadOnlyCollection<IlMethod>> TargetsOf(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Call:
                yield return [instruction.Method!];
                break;
            case Operation.InitClass:
                yield return [Lowering.ClassInitialisers.MethodFor(_program, instruction.Type!)];
                break;
            case Operation.CallVirtual or Operation.VirtualFunction:
                yield return _reachability.ImplementationsOf(instruction.Method!);
                break;
            default:
                break;
        }

        foreach (var operand in instruction.Operands)
        {
            if (operand is { Kind: OperandKind.Symbol, Symbol: Symbol.TableIndex function })
            {
                yield return [function.Method];
            }
        }
    }

    private void Find()
    {
        var work = new Queue<IlMethod>();
        foreach (var method in _reachability.Methods.Where(m => m.Definition.Owner.Module.IsFramework))
        {
            if (_program.Bodies.Unsupported.TryGetValue(method, out var reason))
            {
                _failing[method] = (null, reason);
                work.Enqueue(method);
            }
            else if (!Imports.IsImport(method))
            {
                Note(method, work);
            }
        }

        while (work.TryDequeue(out var failing))
        {
            foreach (var caller in _callers.GetValueOrDefault(failing) ?? [])
            {
                if (!_failing.ContainsKey(caller) && Failure(caller) is { } next)
                {
                    _failing[caller] = (next, _failing[next].Reason);
                    work.Enqueue(caller);
                }
            }
        }
    }

    private void Note(IlMethod method, Queue<IlMethod> work)
    {
        foreach (var target in _program.Bodies.Get(method).AllInstructions().Where(MakesCall)
            .SelectMany(TargetsOf).SelectMany(t => t))
        {
            if (!_callers.TryGetValue(target, out var callers))
            {
                callers = [];
                _callers[target] = callers;
            }

            callers.Add(method);
        }

        if (SaysThatThePlatformLacksIt(method))
        {
            _failing[method] = (null, UnsupportedCalls.Platform);
            work.Enqueue(method);
        }
    }

    /// <summary>To make a delegate is not yet to call it.</summary>
    private static bool MakesCall(Instruction instruction) =>
        instruction.IsCall || instruction.Operation == Operation.InitClass;

    private bool SaysThatThePlatformLacksIt(IlMethod method)
    {
        var body = _program.Bodies.Get(method);
        return body.AllInstructions().Any(i =>
                i.Operation == Operation.New && i.Type!.Is("System.PlatformNotSupportedException"))
            && !body.Blocks.Exists(b => b.Terminator == TerminatorKind.Return);
    }

    /// <summary>The failing method that every path through a method comes to, if there is one.</summary>
    private IlMethod? Failure(IlMethod method)
    {
        var entry = _program.Bodies.Get(method).Entry;
        var work = new Queue<Block>([entry]);
        var seen = new HashSet<Block> { entry };
        IlMethod? failure = null;
        while (work.TryDequeue(out var block))
        {
            var next = block.Targets.AsEnumerable();
            if (block.Instructions.Where(MakesCall).Select(CalledBy).FirstOrDefault(f => f is not null) is { } failing)
            {
                failure ??= failing;
                next = [];
            }
            else if (block.Terminator == TerminatorKind.Return)
            {
                return null;
            }

            foreach (var successor in block.Handler is null ? next : next.Append(block.Handler))
            {
                if (seen.Add(successor))
                {
                    work.Enqueue(successor);
                }
            }
        }

        return failure;
    }
}
