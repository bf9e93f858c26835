using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>
/// Finds every method that can run: those called from reached ones, and of the virtual ones those of types that are
/// created somewhere (rapid type analysis).
/// </summary>
internal sealed class Reachability
{
    /// <summary>Deeper nesting of generic arguments means that instantiation does not end.</summary>
    private const int MaxGenericDepth = 12;

    private readonly ProgramModel _program;
    private readonly Queue<IlMethod> _work = new();
    private readonly Dictionary<IlMethod, (IlMethod? From, int IlOffset)> _reached = [];
    private readonly HashSet<IlType> _constructed = [];
    private readonly Dictionary<IlMethod, HashSet<IlMethod>> _slots = [];
    private readonly Dictionary<TypeDef, List<IlMethod>> _slotsByOwner = [];
    private readonly HashSet<Fault> _faults = [];
    private readonly HashSet<Symbol> _contents = [];
    private bool _combinesDelegates;
    private IlMethod? _current;
    private int _offset;

    private Reachability(ProgramModel program) => _program = program;

    /// <summary>Finds what can run when the roots are called.</summary>
    public static Reachability From(ProgramModel program, IEnumerable<IlMethod> roots)
    {
        var reachability = new Reachability(program);
        foreach (var root in roots)
        {
            reachability.Reach(root);
        }

        reachability.Run();
        return reachability;
    }

    /// <summary>Reached methods in the order of discovery.</summary>
    public IEnumerable<IlMethod> Methods => _reached.Keys;

    public IReadOnlyCollection<IlType> Constructed => _constructed;

    /// <summary>The bodies of the reached methods in the same order.</summary>
    public Body[] Bodies() => [.. Methods.Where(m => !Imports.IsImport(m)).Select(_program.Bodies.Get)];

    private void Run()
    {
        while (_work.TryDequeue(out var method))
        {
            _current = method;
            foreach (var block in _program.Bodies.Get(method).Blocks)
            {
                foreach (var instruction in block.Instructions)
                {
                    _offset = instruction.IlOffset;
                    Visit(instruction);
                }

                VisitOperand(block.Value, isAllocation: false);
            }
        }
    }

    /// <summary>The callers from a reached method back to a root, nearest first.</summary>
    public IEnumerable<(IlMethod Method, int IlOffset)> PathTo(IlMethod method)
    {
        for (var step = _reached[method]; step.From is not null; step = _reached[step.From])
        {
            yield return (step.From, step.IlOffset);
        }
    }

    /// <summary>What a virtual call to a slot can run.</summary>
    public IReadOnlyCollection<IlMethod> ImplementationsOf(IlMethod slot) =>
        _slots.TryGetValue(slot, out var found) ? found : [];

    public bool IsReached(IlMethod method) => _reached.ContainsKey(method);

    private void Reach(IlMethod method)
    {
        if (_reached.ContainsKey(method))
        {
            return;
        }

        if (method.Owner.Depth > MaxGenericDepth || method.Arguments.Any(a => a.Depth > MaxGenericDepth))
        {
            throw new CompilationException(
                $"{method} instantiates itself over ever larger generic types; called from {_current}.");
        }

        _reached[method] = (_current, _offset);
        if (!Imports.IsImport(method))
        {
            _work.Enqueue(method);
        }
    }

    private void Visit(Instruction instruction)
    {
        foreach (var operand in instruction.Operands)
        {
            // Where the allocator was inlined, the class is stored instead of being handed over.
            VisitOperand(
                operand, instruction.IsCall || instruction.Operation is Operation.Store or Operation.Move);
        }

        switch (instruction.Operation)
        {
            case Operation.Call:
                Reach(instruction.Method!);
                NoteDelegateCombination(instruction.Method!);
                break;
            case Operation.CallVirtual or Operation.VirtualFunction:
                UseSlot(instruction.Method!);
                break;
            case Operation.New or Operation.NewArray:
                Reach(_program.RuntimeMethod("Allocator", NeedsCheck(instruction) ? "AllocateArray" : "Allocate"));
                Construct(instruction.Type!);
                break;
            case Operation.IsInstance:
                Reach(_program.RuntimeMethod("Casting", "IsInstanceOfClass"));
                Reach(_program.RuntimeMethod("Casting", "IsInstanceByList"));
                break;
            case Operation.InitClass:
                Reach(Lowering.ClassInitialisers.MethodFor(_program, instruction.Type!));
                break;
            case Operation.ThrowIf:
                UseFault(instruction.Fault);
                break;
            case Operation.NullCheck:
                UseFault(Fault.NullReference);
                break;
            case Operation.BoundsCheck:
                UseFault(Fault.IndexOutOfRange);
                break;
            default:
                break;
        }
    }

    private bool NeedsCheck(Instruction creation) => creation.Operation == Operation.NewArray
        && Lowering.ArraySizes.KnownBytes(_program, creation) is null;

    private void VisitOperand(Operand operand, bool isAllocation)
    {
        if (operand.Kind != OperandKind.Symbol)
        {
            return;
        }

        if (operand.Symbol is not Symbol.ClassRecord || isAllocation)
        {
            VisitSymbol(operand.Symbol);
        }
    }

    private void VisitSymbol(Symbol symbol)
    {
        switch (symbol)
        {
            case Symbol.TableIndex target:
                Reach(target.Method);
                break;
            case Symbol.Text:
                Construct(_program.System.String);
                break;
            case Symbol.TypeObject:
                Construct(_program.System.SystemType("RuntimeType"));
                break;
            case Symbol.Singleton singleton:
                Construct(singleton.Type);
                break;
            case Symbol.ClassRecord record:
                Construct(record.Type);
                break;
            case Symbol.Static or Symbol.Made when _contents.Add(symbol):
                foreach (var needed in _program.Snapshot.NeededBy(symbol))
                {
                    VisitSymbol(needed);
                }

                break;
            default:
                break;
        }
    }

    private void UseFault(Fault fault)
    {
        if (_faults.Add(fault))
        {
            Reach(_program.RuntimeMethod("Throwing", fault.ToString()));
        }
    }

    private void NoteDelegateCombination(IlMethod method)
    {
        if (_combinesDelegates || method.Name != "CombinedLike")
        {
            return;
        }

        _combinesDelegates = true;
        foreach (var type in _constructed.Where(t => t.IsDelegate).ToArray())
        {
            Reach(_program.MulticastInvoke(type));
        }
    }

    private void Construct(IlType type)
    {
        if (!_constructed.Add(type))
        {
            return;
        }

        Construct(_program.System.SystemType("RuntimeType"));
        if (type.IsDelegate && _combinesDelegates)
        {
            Reach(_program.MulticastInvoke(type));
        }

        foreach (var slots in SlotsOf(type))
        {
            foreach (var slot in slots.ToArray())
            {
                ReachImplementation(type, slot);
            }
        }
    }

    private IEnumerable<List<IlMethod>> SlotsOf(IlType type)
    {
        var seen = new HashSet<TypeDef>();
        for (var current = type; current is not null; current = _program.System.Hierarchy.BaseOf(current))
        {
            if (current.Definition is { } definition && seen.Add(definition)
                && _slotsByOwner.TryGetValue(definition, out var slots))
            {
                yield return slots;
            }
        }

        foreach (var implemented in _program.System.Hierarchy.Interfaces(type))
        {
            if (seen.Add(implemented.Definition!)
                && _slotsByOwner.TryGetValue(implemented.Definition!, out var slots))
            {
                yield return slots;
            }
        }
    }

    private void UseSlot(IlMethod slot)
    {
        if (!_slots.TryAdd(slot, []))
        {
            return;
        }

        if (!_slotsByOwner.TryGetValue(slot.Owner.Definition!, out var slots))
        {
            slots = [];
            _slotsByOwner[slot.Owner.Definition!] = slots;
        }

        slots.Add(slot);
        foreach (var type in _constructed.ToArray())
        {
            ReachImplementation(type, slot);
        }
    }

    private void ReachImplementation(IlType type, IlMethod slot)
    {
        if (Dispatch.Implementation(_program, type, slot) is { } implementation)
        {
            _slots[slot].Add(implementation);
            Reach(implementation);
        }
    }
}
