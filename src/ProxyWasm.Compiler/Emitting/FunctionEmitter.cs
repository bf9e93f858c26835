using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Lowering;
using ProxyWasm.Compiler.Structuring;

namespace ProxyWasm.Compiler.Emitting;

/// <summary>Writes a lowered, reducible body as structured WebAssembly code.</summary>
/// <remarks>
/// The walk over the dominator tree follows N. Ramsey, "Beyond Relooper" (ICFP 2022): a block that several forward
/// branches reach is placed right after a <c>block</c> construct of its dominator, a loop header opens a <c>loop</c>.
/// </remarks>
internal sealed partial class FunctionEmitter
{
    private readonly ProgramModel _program;
    private readonly Body _body;
    private readonly FlowGraph _graph;
    private readonly EvaluationOrder _order;
    private readonly LocalAllocator _locals;
    private readonly CodeWriter _code = new();
    private readonly List<(FlowNode? Node, bool IsLoop)> _labels = [];
    private readonly FrameLayout _frame;
    private readonly int _framePointer = -1;

    private FunctionEmitter(ProgramModel program, Body body)
    {
        _program = program;
        _body = body;
        _graph = new FlowGraph(program, body);
        _order = new EvaluationOrder(program, body, _graph.InReverseOrder.Select(n => n.Block));
        foreach (var node in _graph.InReverseOrder)
        {
            _order.Arrange(node.Block);
        }

        _frame = new FrameLayout(_graph.InReverseOrder.Select(n => n.Block));
        _locals = new LocalAllocator(body, _order, _graph);
        if (_frame.IsNeeded)
        {
            _framePointer = _locals.AddLocal(IrType.I32);
        }
    }

    public static FunctionCode Emit(ProgramModel program, Body body)
    {
        var emitter = new FunctionEmitter(program, body);
        emitter.Run();
        CodeTightening.Run(emitter._code.Instructions);
        return new FunctionCode(body.Method, body.Type, [.. emitter._locals.Types], emitter._code.Instructions);
    }

    private void Run()
    {
        if (_frame.IsNeeded)
        {
            EnterFrame();
        }

        if (_body.MayThrow)
        {
            EmitWithUnwinding();
        }
        else
        {
            EmitTree(_graph.Entry);
            if (_body.Type.Result != IrType.Void)
            {
                // Every path has returned; the validator wants the end to have a result nevertheless.
                _code.Add(Opcode.Unreachable);
            }
        }

        _code.Add(Opcode.End);
    }

    /// <summary>
    /// Calls that raise and have no handler here leave through one exit, which returns a value nobody reads.
    /// </summary>
    private void EmitWithUnwinding()
    {
        _code.Add(Opcode.Block);
        _labels.Add((null, false));
        EmitTree(_graph.Entry);
        _labels.RemoveAt(_labels.Count - 1);
        _code.EndBlock();
        LeaveFrame();
        EmitDefault(_body.Type.Result);
    }

    private int UnwindDepth => _labels.Count - 1;

    private void EnterFrame()
    {
        _code.Add(Opcode.GlobalGet, (int)WasmGlobal.StackPointer);
        _code.Const(_frame.Size);
        _code.Add(Opcode.I32Sub);
        _code.Add(Opcode.LocalTee, _framePointer);
        _code.Add(Opcode.I32Const, 0, new Symbol.ModuleFact(ModuleFactKind.StackLimit));
        _code.Add(Opcode.I32LtS);
        TrapIf();
        _code.Instructions.Add(new WasmInstruction(Opcode.LocalGet, _framePointer));
        _code.Add(Opcode.GlobalSet, (int)WasmGlobal.StackPointer);
    }

    private void LeaveFrame()
    {
        if (_frame.IsNeeded)
        {
            _code.Instructions.Add(new WasmInstruction(Opcode.LocalGet, _framePointer));
            _code.Const(_frame.Size);
            _code.Add(Opcode.I32Add);
            _code.Add(Opcode.GlobalSet, (int)WasmGlobal.StackPointer);
        }
    }

    private void EmitTree(FlowNode node)
    {
        var merges = node.Children.Where(c => c.IsMerge).OrderByDescending(c => c.Order).ToArray();
        if (!node.IsLoopHeader)
        {
            EmitWithin(node, merges);
            return;
        }

        _code.Add(Opcode.Loop);
        _labels.Add((node, true));
        EmitWithin(node, merges);
        _labels.RemoveAt(_labels.Count - 1);
        _code.Add(Opcode.End);
    }

    private void EmitWithin(FlowNode node, FlowNode[] merges)
    {
        foreach (var merge in merges)
        {
            _code.Add(Opcode.Block);
            _labels.Add((merge, false));
        }

        EmitBlock(node);
        foreach (var merge in merges.Reverse())
        {
            _labels.RemoveAt(_labels.Count - 1);
            _code.EndBlock();
            EmitTree(merge);
        }
    }

    private void EmitBlock(FlowNode node)
    {
        foreach (var instruction in node.Block.Instructions)
        {
            if (!_order.IsNested(instruction))
            {
                EmitStatement(node, instruction);
            }
        }

        EmitTerminator(node);
    }

    private void EmitTerminator(FlowNode node)
    {
        var block = node.Block;
        switch (block.Terminator)
        {
            case TerminatorKind.Jump:
                Go(node, block.Targets[0]);
                break;
            case TerminatorKind.Branch:
                EmitBranch(node);
                break;
            case TerminatorKind.Switch:
                EmitSwitch(node);
                break;
            case TerminatorKind.Return:
                if (_body.Type.Result != IrType.Void)
                {
                    EmitOperand(node, block.Value);
                }

                LeaveFrame();
                _code.Add(Opcode.Return);
                break;
            case TerminatorKind.Throw:
                EmitOperand(node, block.Value);
                _code.Add(Opcode.GlobalSet, (int)WasmGlobal.PendingException);
                GoToHandler(node);
                break;
            default:
                EmitDeadEnd(node);
                break;
        }
    }

    /// <summary>
    /// After a call that always raises, control is at the handler; anything else really never gets here.
    /// </summary>
    private void EmitDeadEnd(FlowNode node)
    {
        if (node.Block.Instructions.Count > 0 && node.Block.Instructions[^1] is { Operation: Operation.Call } call
            && ExceptionFlow.MayThrow(_program, call))
        {
            GoToHandler(node);
        }
        else
        {
            _code.Add(Opcode.Unreachable);
        }
    }

    private void GoToHandler(FlowNode node)
    {
        if (node.Block.Handler is { } handler && _graph.Contains(handler))
        {
            Go(node, handler);
            return;
        }

        _code.Add(Opcode.Br, UnwindDepth);
    }

    private void EmitDefault(IrType type)
    {
        switch (type)
        {
            case IrType.I32:
                _code.Const(0);
                break;
            case IrType.I64:
                _code.Add(Opcode.I64Const);
                break;
            case IrType.F32:
                _code.Add(Opcode.F32Const);
                break;
            case IrType.F64:
                _code.Add(Opcode.F64Const);
                break;
            default:
                break;
        }
    }
}
