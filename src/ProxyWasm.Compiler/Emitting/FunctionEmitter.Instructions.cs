using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Lowering;
using ProxyWasm.Compiler.Structuring;

namespace ProxyWasm.Compiler.Emitting;

/// <content>Instructions and operands.</content>
internal sealed partial class FunctionEmitter
{
    private readonly Dictionary<Register, Instruction> _nestedDefinitions = [];

    private void EmitStatement(FlowNode node, Instruction instruction)
    {
        EmitInstruction(node, instruction);
        if (instruction.Result is not { } result)
        {
            return;
        }

        if (_locals.LocalOf(result) is var local and >= 0 && _order.IsUsed(result))
        {
            _code.Add(Opcode.LocalSet, local);
        }
        else
        {
            _code.Add(Opcode.Drop);
        }
    }

    private void EmitInstruction(FlowNode node, Instruction instruction)
    {
        if (instruction.Operation is Operation.Load or Operation.Store)
        {
            EmitMemoryAccess(node, instruction);
            return;
        }

        foreach (var operand in instruction.Operands)
        {
            EmitOperand(node, operand);
        }

        EmitOperation(node, instruction);
    }

    private void EmitOperation(FlowNode node, Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Move:
                break;
            case Operation.Numeric:
                _code.Numeric(instruction.Numeric);
                break;
            case Operation.Select:
                _code.Add(Opcode.Select);
                break;
            case Operation.CopyBytes:
                _code.Add(Opcode.MemoryCopy);
                break;
            case Operation.FillBytes:
                _code.Add(Opcode.MemoryFill);
                break;
            case Operation.Call:
                _code.Add(Opcode.Call, 0, instruction.Method);
                LeaveIfRaised(node, instruction);
                break;
            case Operation.CallIndirect:
                _code.Add(Opcode.CallIndirect, 0, instruction.Signature);
                LeaveIfRaised(node, instruction);
                break;
            case Operation.ThrowIf:
                _code.Add(Opcode.BrIf, Depth(node, _graph.NodeOf(instruction.FaultTarget!)));
                break;
            case Operation.NullCheck:
                _code.Numeric(Numeric.I32Eqz);
                _code.Add(Opcode.BrIf, Depth(node, _graph.NodeOf(instruction.FaultTarget!)));
                break;
            case Operation.BoundsCheck:
                _code.Numeric(Numeric.I32GeU);
                _code.Add(Opcode.BrIf, Depth(node, _graph.NodeOf(instruction.FaultTarget!)));
                break;
            case Operation.InitClass:
                EmitInitialisation(node, instruction);
                break;
            default:
                EmitMachineOperation(instruction);
                break;
        }
    }

    private void EmitMachineOperation(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Catch:
                _code.Add(Opcode.GlobalGet, (int)WasmGlobal.PendingException);
                _code.Const(0);
                _code.Add(Opcode.GlobalSet, (int)WasmGlobal.PendingException);
                break;
            case Operation.GetHeapTop:
                _code.Add(Opcode.GlobalGet, (int)WasmGlobal.HeapTop);
                break;
            case Operation.SetHeapTop:
                _code.Add(Opcode.GlobalSet, (int)WasmGlobal.HeapTop);
                break;
            case Operation.MemorySize:
                _code.Add(Opcode.MemorySize);
                break;
            case Operation.MemoryGrow:
                _code.Add(Opcode.MemoryGrow);
                break;
            case Operation.Trap:
                _code.Add(Opcode.Unreachable);
                break;
            case Operation.StackAlloc:
                EmitStackAlloc();
                break;
            default:
                throw new InvalidOperationException($"{instruction} was not lowered");
        }
    }

    /// <summary>The size is on the stack; the frame grows by it, checked like any frame.</summary>
    private void EmitStackAlloc()
    {
        var size = _locals.AddLocal(IrType.I32);
        var address = _locals.AddLocal(IrType.I32);
        _code.Add(Opcode.LocalTee, size);
        _code.Add(Opcode.GlobalGet, (int)WasmGlobal.StackPointer);
        _code.Numeric(Numeric.I32GtU);
        TrapIf();
        _code.Add(Opcode.GlobalGet, (int)WasmGlobal.StackPointer);
        _code.Add(Opcode.LocalGet, size);
        _code.Add(Opcode.I32Sub);
        _code.Const(-16);
        _code.Add(Opcode.I32And);
        _code.Add(Opcode.LocalTee, address);
        _code.Add(Opcode.I32Const, 0, new Symbol.ModuleFact(ModuleFactKind.StackLimit));
        _code.Add(Opcode.I32LtS);
        TrapIf();
        _code.Instructions.Add(new WasmInstruction(Opcode.LocalGet, address));
        _code.Add(Opcode.GlobalSet, (int)WasmGlobal.StackPointer);
        _code.Add(Opcode.LocalGet, address);
    }

    private void TrapIf()
    {
        _code.Add(Opcode.If);
        _code.Add(Opcode.Unreachable);
        _code.Add(Opcode.End);
    }

    private void EmitInitialisation(FlowNode node, Instruction instruction)
    {
        _code.Add(Opcode.I32Const, 0, new Symbol.InitFlag(instruction.Type!));
        _code.Load(MemoryKind.I32, 0);
        if (ExceptionFlow.MayThrow(_program, instruction))
        {
            _code.Const(InitState.Begun);
            _code.Numeric(Numeric.I32Ne);
        }
        else
        {
            _code.Numeric(Numeric.I32Eqz);
        }

        _code.Add(Opcode.If);
        _labels.Add((null, false));
        _code.Add(Opcode.Call, 0, ClassInitialisers.MethodFor(_program, instruction.Type!));
        LeaveIfRaised(node, instruction);
        _labels.RemoveAt(_labels.Count - 1);
        _code.Add(Opcode.End);
    }

    private void LeaveIfRaised(FlowNode node, Instruction call)
    {
        // What ends a block that goes nowhere certainly raises; the end of the block leaves then.
        var isLast = node.Block.Terminator == TerminatorKind.Unreachable && call.Operation == Operation.Call
            && node.Block.Instructions[^1] == call;
        if (isLast || !ExceptionFlow.MayThrow(_program, call))
        {
            return;
        }

        _code.Add(Opcode.GlobalGet, (int)WasmGlobal.PendingException);
        _code.Add(Opcode.BrIf, node.Block.Handler is { } handler ? Depth(node, _graph.NodeOf(handler)) : UnwindDepth);
    }

    private void EmitMemoryAccess(FlowNode node, Instruction instruction)
    {
        var address = instruction.Operands[0];
        var offset = instruction.Offset;
        if (address.IsSlot)
        {
            offset += _frame.OffsetOf(address.Slot) + (int)address.Bits;
            _code.Add(Opcode.LocalGet, _framePointer);
        }
        else
        {
            EmitOperand(node, address);
        }

        if (instruction.Operation == Operation.Load)
        {
            _code.Load(instruction.Memory, offset);
        }
        else
        {
            EmitOperand(node, instruction.Operands[1]);
            _code.Store(instruction.Memory, offset);
        }
    }

    private void EmitOperand(FlowNode node, Operand operand)
    {
        switch (operand.Kind)
        {
            case OperandKind.Register:
                EmitRegister(node, operand.Register);
                break;
            case OperandKind.Constant:
                _code.Add(
                    operand.Type switch
                    {
                        IrType.I32 => Opcode.I32Const,
                        IrType.I64 => Opcode.I64Const,
                        IrType.F32 => Opcode.F32Const,
                        _ => Opcode.F64Const,
                    },
                    operand.Bits);
                break;
            case OperandKind.SlotAddress:
                _code.Add(Opcode.LocalGet, _framePointer);
                if (_frame.OffsetOf(operand.Slot) + (int)operand.Bits is var offset and not 0)
                {
                    _code.Const(offset);
                    _code.Add(Opcode.I32Add);
                }

                break;
            case OperandKind.Symbol:
                _code.Add(Opcode.I32Const, operand.Bits, operand.Symbol);
                break;
            default:
                throw new InvalidOperationException("an operand is missing");
        }
    }

    private void EmitRegister(FlowNode node, Register register)
    {
        if (NestedDefinitionOf(node, register) is { } definition)
        {
            EmitInstruction(node, definition);
        }
        else
        {
            _code.Add(Opcode.LocalGet, _locals.LocalOf(register));
        }
    }

    private Instruction? NestedDefinitionOf(FlowNode node, Register register)
    {
        if (_nestedDefinitions.Count == 0 || !ReferenceEquals(_definitionsOf, node))
        {
            _definitionsOf = node;
            _nestedDefinitions.Clear();
            foreach (var instruction in node.Block.Instructions)
            {
                if (_order.IsNested(instruction))
                {
                    _nestedDefinitions[instruction.Result!] = instruction;
                }
            }
        }

        return _nestedDefinitions.GetValueOrDefault(register);
    }

    private FlowNode? _definitionsOf;
}
