using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>Writes the methods that exist only in compiled programs.</summary>
internal sealed class SyntheticBodies
{
    private readonly ProgramModel _program;
    private Body _body = null!; // set by Create before anything is written

    public SyntheticBodies(ProgramModel program) => _program = program;

    public Body Create(IlMethod method)
    {
        _body = new Body(method, TypeOf(method));
        for (var i = 0; i < _body.Type.Count; i++)
        {
            _body.Parameters.Add(_body.NewTemporary(_body.Type.Parameter(i)));
        }

        switch (method.Definition.Synthetic)
        {
            case SyntheticKind.Unboxing:
                Forward(method.Target!, dropsReceiver: false);
                break;
            case SyntheticKind.StaticDelegateTarget:
                Forward(method.Target!, dropsReceiver: true);
                break;
            case SyntheticKind.MulticastInvoke:
                InvokeAll(method);
                break;
            case SyntheticKind.ValueEquals:
                CompareFields(method.ReceiverType!.ElementType!);
                break;
            case SyntheticKind.ValueHash:
                HashFields(method.ReceiverType!.ElementType!);
                break;
            case SyntheticKind.ClassInitialiser:
                Initialise(method.Target!);
                break;
            case SyntheticKind.Export:
                Export(method.Target!);
                break;
            default:
                throw new CompilationException($"{method} has no body.");
        }

        return _body;
    }

    private FunctionType TypeOf(IlMethod method) => method.Definition.Synthetic == SyntheticKind.Export
        ? _program.Conventions.TypeOf(method.Target!)
        : _program.Conventions.TypeOf(method);

    private Operand Parameter(int index) => Operand.Of(_body.Parameters[index]);

    private int ReceiverIndex(IlMethod method) =>
        _program.Conventions.ReturnsThroughBuffer(method.Signature.ReturnType) ? 1 : 0;

    private Operand Emit(Block block, IrType type, Instruction instruction)
    {
        if (type != IrType.Void)
        {
            instruction.Result = _body.NewTemporary(type);
        }

        block.Instructions.Add(instruction);
        return instruction.Result is null ? default : Operand.Of(instruction.Result);
    }

    private Operand Load(Block block, Operand address, int offset, MemoryKind kind = MemoryKind.I32) =>
        Emit(block, kind.Register(), new Instruction
        {
            Operation = Operation.Load, Memory = kind, Offset = offset, Operands = [address],
        });

    private Operand Compute(Block block, Numeric numeric, params Operand[] operands) =>
        Emit(block, numeric.ResultType(), new Instruction
        {
            Operation = Operation.Numeric, Numeric = numeric, Operands = operands,
        });

    private Operand Call(Block block, IlMethod method, params Operand[] operands) =>
        Emit(block, _program.Conventions.TypeOf(method).Result, new Instruction
        {
            Operation = Operation.Call, Method = method, Operands = operands,
        });

    private static void Return(Block block, Operand value)
    {
        block.End(TerminatorKind.Return, value);
    }

    private void Forward(IlMethod target, bool dropsReceiver)
    {
        var receiver = ReceiverIndex(target);
        var operands = _body.Parameters.Select(Operand.Of).ToList();
        if (dropsReceiver)
        {
            operands.RemoveAt(receiver);
        }
        else
        {
            operands[receiver] = Compute(
                _body.Entry, Numeric.I32Add, operands[receiver], Operand.Int(ObjectShape.BoxDataOffset));
        }

        Return(_body.Entry, Call(_body.Entry, _program.Substituted(target), [.. operands]));
    }

    private void InvokeAll(IlMethod method)
    {
        var fields = _program.DelegateFields;
        var receiver = ReceiverIndex(method);
        var result = _body.Type.Result == IrType.Void ? null : _body.NewVariable(_body.Type.Result);
        var index = _body.NewVariable(IrType.I32);
        var loop = _body.NewBlock();
        var done = _body.NewBlock();
        var list = Load(_body.Entry, Parameter(receiver), fields.List);
        var length = Load(_body.Entry, list, ObjectShape.LengthOffset);
        Move(_body.Entry, index, Operand.Int(0));
        _body.Entry.Jump(loop);

        var scaled = Compute(loop, Numeric.I32Shl, Operand.Of(index), Operand.Int(2));
        var entry = Load(loop, Compute(loop, Numeric.I32Add, list, scaled), ObjectShape.ArrayDataOffset);
        var operands = Copies(loop, method);
        operands[receiver] = Load(loop, entry, fields.Target);
        operands.Add(Load(loop, entry, fields.Function));
        var value = Emit(loop, _body.Type.Result, new Instruction
        {
            Operation = Operation.CallIndirect, Signature = _body.Type, Operands = [.. operands],
        });
        if (result is not null)
        {
            Move(loop, result, value);
        }

        Move(loop, index, Compute(loop, Numeric.I32Add, Operand.Of(index), Operand.Int(1)));
        loop.Branch(Compute(loop, Numeric.I32LtS, Operand.Of(index), length), loop, done);
        Return(done, result is null ? default : Operand.Of(result));
    }

    /// <summary>Each target owns its structure arguments, so every call gets fresh copies.</summary>
    private List<Operand> Copies(Block block, IlMethod method)
    {
        var operands = _body.Parameters.Select(Operand.Of).ToList();
        var position = ReceiverIndex(method) + 1;
        foreach (var type in method.Signature.Parameters)
        {
            if (_program.Layouts.ScalarKind(type) is not null)
            {
                position++;
            }
            else if (_program.Conventions.PassedLeaves(type) is { } leaves)
            {
                position += leaves.Length;
            }
            else
            {
                var slot = _body.NewSlot(_program.Layouts.SizeOf(type), _program.Layouts.AlignmentOf(type));
                block.Instructions.Add(new Instruction
                {
                    Operation = Operation.Copy, Type = type, Size = slot.Size,
                    Operands = [Operand.AddressOf(slot), operands[position]],
                });
                operands[position++] = Operand.AddressOf(slot);
            }
        }

        return operands;
    }

    private static void Move(Block block, Register register, Operand value) => block.Instructions.Add(new Instruction
    {
        Operation = Operation.Move, Result = register, Operands = [value],
    });

    private void CompareFields(IlType type)
    {
        var differs = _body.NewBlock();
        Return(differs, Operand.Int(0));
        var other = Emit(_body.Entry, IrType.I32, new Instruction
        {
            Operation = Operation.IsInstance, Type = type, Operands = [Parameter(1)],
        });
        var block = _body.NewBlock();
        _body.Entry.Branch(other, block, differs);
        foreach (var field in _program.Layouts.InstanceFields(type))
        {
            var offset = _program.Layouts.OffsetOf(field);
            var mine = Compute(block, Numeric.I32Add, Parameter(0), Operand.Int(offset));
            var theirs = Compute(block, Numeric.I32Add, other, Operand.Int(ObjectShape.BoxDataOffset + offset));
            var equal = Call(block, _program.RuntimeMethod("Values", "FieldEquals", field.Type), mine, theirs);
            var next = _body.NewBlock();
            block.Branch(equal, next, differs);
            block = next;
        }

        Return(block, Operand.Int(1));
    }

    private void HashFields(IlType type)
    {
        var block = _body.Entry;
        var hash = Operand.Int(17);
        foreach (var field in _program.Layouts.InstanceFields(type))
        {
            var address = Compute(block, Numeric.I32Add, Parameter(0), Operand.Int(_program.Layouts.OffsetOf(field)));
            var part = Call(block, _program.RuntimeMethod("Values", "FieldHash", field.Type), address);
            hash = Compute(
                block, Numeric.I32Add, Compute(block, Numeric.I32Mul, hash, Operand.Int(31)), part);
        }

        Return(block, hash);
    }

    private void Initialise(IlMethod constructor)
    {
        var flag = Operand.Of(new Symbol.InitFlag(constructor.Owner));
        var failure = Operand.Of(new Symbol.InitFailure(constructor.Owner));
        var failedBefore = _body.NewBlock();
        var run = _body.NewBlock();
        var failed = _body.NewBlock();
        var start = _body.NewBlock();
        var hasFailed = Compute(_body.Entry, Numeric.I32Eq, Load(_body.Entry, flag, 0), Operand.Int(InitState.Failed));
        _body.Entry.Branch(hasFailed, failedBefore, start);
        failedBefore.End(TerminatorKind.Throw, Load(failedBefore, failure, 0));

        Set(start, flag, Operand.Int(InitState.Begun));
        start.Jump(run);
        run.Handler = failed;
        Call(run, constructor);
        Return(run, default);

        var inner = Emit(failed, IrType.I32, new Instruction { Operation = Operation.Catch });
        Set(failed, flag, Operand.Int(InitState.Failed));
        var exception = Call(failed, _program.RuntimeMethod("Throwing", "TypeInitialization"),
            inner, Operand.Of(new Symbol.Text(NameInFailure(constructor.Owner))));
        Set(failed, failure, exception);
        failed.End(TerminatorKind.Throw, exception);
    }

    /// <summary>The exception names a nested type without the type that it is nested in.</summary>
    private static string NameInFailure(IlType type) =>
        type.Definition is { Declaring: null } outer ? outer.FullName : type.Definition!.Name;

    private static void Set(Block block, Operand address, Operand value) => block.Instructions.Add(new Instruction
    {
        Operation = Operation.Store, Memory = MemoryKind.I32, Operands = [address, value],
    });

    private void Export(IlMethod target)
    {
        var failed = _body.NewBlock();
        _body.Entry.Handler = failed;
        Call(_body.Entry, _program.RuntimeMethod("Boundary", "Enter"));
        if (_program.ModuleInitialiser(target) is { } module)
        {
            _body.Entry.Instructions.Add(new Instruction { Operation = Operation.InitClass, Type = module });
        }

        var result = Call(_body.Entry, target, [.. _body.Parameters.Select(Operand.Of)]);
        var after = _body.NewBlock();
        after.Handler = failed;
        _body.Entry.Jump(after);
        Call(after, _program.RuntimeMethod("Boundary", "Leave"));
        Return(after, result);

        var exception = Emit(failed, IrType.I32, new Instruction { Operation = Operation.Catch });
        Call(failed, _program.RuntimeMethod("Boundary", "Unhandled"), exception);
        failed.Instructions.Add(new Instruction { Operation = Operation.Trap });
        failed.End(TerminatorKind.Unreachable);
    }
}
