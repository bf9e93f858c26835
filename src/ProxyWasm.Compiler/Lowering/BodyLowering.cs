using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Lowering;

/// <summary>Replaces what knows about objects by loads, stores and calls.</summary>
internal sealed class BodyLowering
{
    private readonly ProgramModel _program;
    private readonly DispatchTable _dispatch;
    private readonly Body _body;
    private List<Instruction> _output = [];
    private Instruction _current = null!; // set before any instruction is lowered

    private BodyLowering(ProgramModel program, DispatchTable dispatch, Body body)
    {
        _program = program;
        _dispatch = dispatch;
        _body = body;
    }

    public static void Lower(ProgramModel program, DispatchTable dispatch, Body body) =>
        new BodyLowering(program, dispatch, body).Run();

    private void Run()
    {
        foreach (var block in _body.Blocks)
        {
            _output = new List<Instruction>(block.Instructions.Count);
            foreach (var instruction in block.Instructions)
            {
                _current = instruction;
                Lower(instruction);
            }

            block.Instructions = _output;
        }
    }

    private void Lower(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.New:
                ReplaceByCall("Allocator", "Allocate",
                    Operand.Of(new Symbol.ClassRecord(instruction.Type!)),
                    Operand.Int(_program.Layouts.InstanceSize(instruction.Type!)));
                break;
            case Operation.NewArray when ArraySizes.KnownBytes(_program, instruction) is { } size:
                LowerSmallArray(instruction, size);
                break;
            case Operation.NewArray:
                ReplaceByCall("Allocator", "AllocateArray",
                    Operand.Of(new Symbol.ClassRecord(instruction.Type!)),
                    instruction.Operands[0],
                    Operand.Int(_program.Layouts.SizeOf(instruction.Type!.ElementType!)));
                break;
            case Operation.IsInstance:
                LowerIsInstance(instruction);
                break;
            case Operation.CallVirtual:
                LowerVirtualCall(instruction);
                break;
            case Operation.VirtualFunction:
                LowerVirtualFunction(instruction);
                break;
            case Operation.Copy:
                StructureMoves.Copy(instruction, Emit, NewTemporary);
                break;
            case Operation.Clear:
                StructureMoves.Clear(instruction.Operands[0], instruction.Size, Emit);
                break;
            case Operation.FillBytes when instruction.Operands[1].IsZero && instruction.Operands[2].IsConstant:
                StructureMoves.Clear(instruction.Operands[0], (int)instruction.Operands[2].Bits, Emit);
                break;
            default:
                _output.Add(instruction);
                break;
        }
    }

    private void Emit(Instruction instruction)
    {
        instruction.IlOffset = _current.IlOffset;
        instruction.Origin = _current.Origin;
        _output.Add(instruction);
    }

    private Register NewTemporary(IrType type) => _body.NewTemporary(type);

    private void ReplaceByCall(string type, string name, params Operand[] operands) => Emit(new Instruction
    {
        Operation = Operation.Call, Method = _program.RuntimeMethod(type, name), Operands = operands,
        Result = _current.Result,
    });

    private void LowerSmallArray(Instruction instruction, int size)
    {
        ReplaceByCall(
            "Allocator", "Allocate", Operand.Of(new Symbol.ClassRecord(instruction.Type!)), Operand.Int(size));
        Emit(new Instruction
        {
            Operation = Operation.Store, Memory = MemoryKind.I32, Offset = ObjectShape.LengthOffset,
            Operands = [Operand.Of(instruction.Result!), instruction.Operands[0]],
        });
    }

    private void LowerIsInstance(Instruction instruction)
    {
        var type = instruction.Type!;
        var record = Operand.Of(new Symbol.ClassRecord(type));
        var value = instruction.Operands[0];
        if (CastTargets.NeedsList(type))
        {
            ReplaceByCall("Casting", "IsInstanceByList", value, record);
        }
        else if (type.IsValueType || type.Definition!.IsSealed)
        {
            // Reading the class of null gives zero, which is no class.
            var actual = EmitLoad(value, 0);
            var same = EmitNumeric(Numeric.I32Eq, actual, record);
            Emit(new Instruction
            {
                Operation = Operation.Select, Operands = [value, Operand.Int(0), same], Result = instruction.Result,
            });
        }
        else if (type == _program.System.Object)
        {
            Emit(new Instruction { Operation = Operation.Move, Operands = [value], Result = instruction.Result });
        }
        else
        {
            ReplaceByCall("Casting", "IsInstanceOfClass", value, record);
        }
    }

    private void LowerVirtualCall(Instruction instruction)
    {
        var slot = instruction.Method!;
        if (_dispatch.SingleTarget(slot) is { } single)
        {
            Emit(new Instruction
            {
                Operation = Operation.Call, Method = single, Operands = instruction.Operands,
                Result = instruction.Result,
            });
            return;
        }

        if (_dispatch.RowOf(slot).Count == 0)
        {
            // No object that has the slot is ever created, so the check of the receiver before this never passes.
            Emit(new Instruction { Operation = Operation.Trap });
            if (instruction.Result is { } result)
            {
                Emit(new Instruction
                {
                    Operation = Operation.Move, Result = result, Operands = [Operand.Constant(result.Type, 0)],
                });
            }

            return;
        }

        var index = TableIndex(instruction.Operands[instruction.Offset], slot);
        Emit(new Instruction
        {
            Operation = Operation.CallIndirect, Signature = instruction.Signature, Method = slot,
            Operands = [.. instruction.Operands, index], Result = instruction.Result,
        });
    }

    private void LowerVirtualFunction(Instruction instruction)
    {
        var slot = instruction.Method!;
        var value = _dispatch.SingleTarget(slot) is { } single ? Operand.Of(new Symbol.TableIndex(single))
            : _dispatch.RowOf(slot).Count == 0 ? Operand.Int(0)
            : TableIndex(instruction.Operands[0], slot);
        Emit(new Instruction { Operation = Operation.Move, Operands = [value], Result = instruction.Result });
    }

    private Operand TableIndex(Operand receiver, IlMethod slot)
    {
        var record = EmitLoad(receiver, 0);
        var number = EmitNumeric(Numeric.I32ShrU, record, Operand.Int(ObjectShape.ClassRecordShift));
        return EmitNumeric(Numeric.I32Add, number, Operand.Of(new Symbol.SelectorOffset(slot)));
    }

    private Operand EmitLoad(Operand address, int offset)
    {
        var result = NewTemporary(IrType.I32);
        Emit(new Instruction
        {
            Operation = Operation.Load, Memory = MemoryKind.I32, Offset = offset, Operands = [address], Result = result,
        });
        return Operand.Of(result);
    }

    private Operand EmitNumeric(Numeric numeric, params Operand[] operands)
    {
        var result = NewTemporary(numeric.ResultType());
        Emit(new Instruction
        {
            Operation = Operation.Numeric, Numeric = numeric, Operands = operands, Result = result,
        });
        return Operand.Of(result);
    }
}
