using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Snapshots;

/// <summary>Runs methods while the program is being compiled.</summary>
/// <remarks>
/// It works on bodies as they are imported, with memory that has no addresses yet, so that what it leaves can be placed
/// anywhere. Whatever depends on addresses, on the host, or on an engine's choice stops it.
/// </remarks>
internal sealed partial class Evaluator
{
    private const int MaxDepth = 400;

    private readonly ProgramModel _program;
    private readonly RegionTable _regions;
    private readonly ClassEvaluation _classes;
    private Value _pending;
    private int _depth;

    public Evaluator(ProgramModel program, RegionTable regions, ClassEvaluation classes)
    {
        _program = program;
        _regions = regions;
        _classes = classes;
    }

    /// <summary>Instructions that may still run; then evaluation stops.</summary>
    public int Budget { get; set; }

    /// <summary>Runs a method whose result nobody wants.</summary>
    /// <exception cref="EvaluationStoppedException">It cannot be run at build time, or raises an exception.</exception>
    public void Run(IlMethod method)
    {
        // A static constructor may run because another one needs its class.
        var depth = _depth;
        try
        {
            Call(method, []);
            if (_pending.IsAddress)
            {
                throw new EvaluationStoppedException($"it raises {_pending.Region!.Type}");
            }
        }
        finally
        {
            _pending = default;
            _depth = depth;
        }
    }

    /// <summary>The result; an exception that left the method is pending.</summary>
    private Value Call(IlMethod method, ReadOnlySpan<Value> arguments)
    {
        if (Imports.IsImport(method))
        {
            throw new EvaluationStoppedException($"it calls the host's {Imports.NameOf(method).Name}");
        }

        if (TryBuiltIn(method, arguments) is { } result)
        {
            return result;
        }

        if (_depth == MaxDepth)
        {
            throw new EvaluationStoppedException("its calls are nested too deeply");
        }

        var body = _program.Bodies.Get(method);
        if (_program.Bodies.Unsupported.ContainsKey(method))
        {
            throw new EvaluationStoppedException($"it calls {method}, which is not available");
        }

        _depth++;
        result = Run(new StackFrame(body, arguments));
        _depth--;
        return result;
    }

    private Value Run(StackFrame frame)
    {
        var block = frame.Body.Entry;
        while (true)
        {
            if (RunInstructions(frame, block))
            {
                if (block.Handler is null)
                {
                    return default;
                }

                block = block.Handler;
                continue;
            }

            switch (block.Terminator)
            {
                case TerminatorKind.Return:
                    return block.Value.Kind == OperandKind.None ? default : Get(frame, block.Value);
                case TerminatorKind.Jump:
                    block = block.Targets[0];
                    break;
                case TerminatorKind.Branch:
                    block = block.Targets[Get(frame, block.Value).IsTrue ? 0 : 1];
                    break;
                case TerminatorKind.Switch:
                    var last = block.Targets.Length - 1;
                    block = block.Targets[(int)Math.Min((uint)Get(frame, block.Value).Number, (uint)last)];
                    break;
                case TerminatorKind.Throw:
                    _pending = Get(frame, block.Value);
                    if (block.Handler is null)
                    {
                        return default;
                    }

                    block = block.Handler;
                    break;
                default:
                    throw new EvaluationStoppedException("it goes on after something that never returns");
            }
        }
    }

    /// <summary>True when an instruction has raised an exception.</summary>
    private bool RunInstructions(StackFrame frame, Block block)
    {
        Budget -= block.Instructions.Count + 1;
        if (Budget < 0)
        {
            throw new EvaluationStoppedException("it takes too many steps");
        }

        foreach (var instruction in block.Instructions)
        {
            Run(frame, instruction);
            if (_pending.IsAddress)
            {
                return true;
            }
        }

        return false;
    }

    private Value Get(StackFrame frame, Operand operand) => operand.Kind switch
    {
        OperandKind.Register => frame[operand.Register],
        OperandKind.Constant => new Value(operand.Bits, null),
        OperandKind.SlotAddress => new Value(operand.Bits, frame.RegionOf(operand.Slot)),
        _ => new Value(operand.Bits, _regions.Of(operand.Symbol)),
    };

    private Value[] GetAll(StackFrame frame, Operand[] operands)
    {
        var values = new Value[operands.Length];
        for (var i = 0; i < operands.Length; i++)
        {
            values[i] = Get(frame, operands[i]);
        }

        return values;
    }
}
