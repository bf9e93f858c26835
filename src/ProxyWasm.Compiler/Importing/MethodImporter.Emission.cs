using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Passing arguments and taking results.</content>
internal sealed partial class MethodImporter
{
    /// <summary>Calls exactly this method, or what stands for it: a constant, an intrinsic or a substitute.</summary>
    internal void PushCall(IlMethod method, StackValue[] arguments)
    {
        if (method.Definition.Synthetic != SyntheticKind.None && TryImportArrayAccess(method, arguments))
        {
            return;
        }

        if (_program.Folding.TryFold(this, method, arguments) is { } folded)
        {
            Push(folded);
            return;
        }

        if (UnsafeAccessors.IsAccessor(method))
        {
            ImportAccessor(method, arguments);
            return;
        }

        var substitute = _program.Substituted(method);
        if (substitute == method && _program.Intrinsics.TryImport(this, method, arguments))
        {
            return;
        }

        if (substitute.IsStatic && !method.IsStatic && method.Owner.IsValueType is false)
        {
            arguments[0] = Materialise(arguments[0]);
        }

        CallSubstitute(substitute, arguments);
    }

    private void CallSubstitute(IlMethod method, StackValue[] arguments)
    {
        var call = new CallBuilder(this, method.Signature.ReturnType);
        for (var i = 0; i < arguments.Length; i++)
        {
            call.Add(arguments[i], method.ParameterType(i));
        }

        call.Finish(operands => new Instruction
        {
            Operation = Operation.Call, Method = method, Operands = operands,
        });
    }

    private void PushVirtualCall(IlMethod method, StackValue[] arguments)
    {
        arguments[0] = Materialise(arguments[0]);
        CheckNull(arguments[0]);
        var slot = BoundSlot(method, arguments[0].Type);
        var call = new CallBuilder(this, slot.Signature.ReturnType);
        for (var i = 0; i < arguments.Length; i++)
        {
            call.Add(arguments[i], slot.ParameterType(i));
        }

        var receiver = _conventions.ReturnsThroughBuffer(slot.Signature.ReturnType) ? 1 : 0;
        call.Finish(operands => new Instruction
        {
            Operation = Operation.CallVirtual, Method = slot, Offset = receiver, Operands = operands,
            Signature = _conventions.TypeOf(slot),
        });
    }

    /// <summary>
    /// The slot that a virtual call uses. Knowing the class of the receiver keeps overrides in other classes out of the
    /// program. Delegates and interfaces are left: an object may be of a type that is only a variant.
    /// </summary>
    private IlMethod BoundSlot(IlMethod method, IlType? receiver)
    {
        var slot = _system.Virtuals.Slot(method);
        if (receiver is not { IsNamed: true, IsReference: true, IsInterface: false, IsDelegate: false }
            || !_system.Hierarchy.IsCastable(receiver, slot.Owner))
        {
            receiver = method.Owner;
        }

        return receiver == slot.Owner || receiver is not { IsNamed: true, IsInterface: false, IsDelegate: false }
            ? slot : _system.BoundSlot(slot, receiver);
    }

    private void PushIndirectCall(
        IlSignature signature, IlType? receiver, StackValue[] arguments, Operand pointer)
    {
        var call = new CallBuilder(this, signature.ReturnType);
        var shift = receiver is null ? 0 : 1;
        for (var i = 0; i < arguments.Length; i++)
        {
            call.Add(arguments[i], i < shift ? receiver! : signature.Parameters[i - shift]);
        }

        var type = _conventions.TypeOf(signature, receiver);
        call.Finish(operands => new Instruction
        {
            Operation = Operation.CallIndirect, Signature = type, Operands = [.. operands, pointer],
        });
    }

    /// <summary>Calls a static method of the runtime library over scalars.</summary>
    internal Operand CallRuntime(string type, string name, params Operand[] arguments)
    {
        var method = _program.RuntimeMethod(type, name);
        var result = _conventions.ResultOf(method.Signature.ReturnType);
        var register = result == IrType.Void ? null : _body.NewTemporary(result);
        EmitEffect(new Instruction
        {
            Operation = Operation.Call, Method = method, Operands = arguments, Result = register,
        });
        return register is null ? default : Operand.Of(register);
    }

    /// <summary>Calls a generic method of the runtime library.</summary>
    internal StackValue CallGeneric(string type, string name, IlType[] typeArguments, params StackValue[] arguments)
    {
        CallSubstitute(_program.RuntimeMethod(type, name, typeArguments), arguments);
        return Pop();
    }

    private void ImportNew(IlMethod constructor)
    {
        var type = constructor.Owner;
        if (type.IsDelegate)
        {
            ImportNewDelegate(type);
        }
        else if (type == _system.String)
        {
            ImportNewString(constructor);
        }
        else if (type.IsArray)
        {
            ImportNewMultiArray(type, PopArguments(constructor.Signature.Parameters.Length));
        }
        else
        {
            ImportNewObject(constructor, type);
        }
    }

    /// <summary>Creates an object with a constructor that takes no arguments.</summary>
    internal void NewObject(IlMethod constructor) => ImportNewObject(constructor, constructor.Owner);

    private void ImportNewObject(IlMethod constructor, IlType type)
    {
        var arguments = PopArguments(constructor.Signature.Parameters.Length);
        if (type.IsValueType)
        {
            SaveArguments(arguments);
            var slot = NewSlot(type);
            EmitClear(Operand.AddressOf(slot), type);
            var receiver = new StackValue { Operand = Operand.AddressOf(slot), IsNonNull = true };
            PushCall(constructor, [receiver, .. arguments]);
            Push(LoadFrom(Operand.AddressOf(slot), 0, type) with { IsOwned = _layouts.IsStructure(type) });
            return;
        }

        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction { Operation = Operation.New, Type = type, Result = result });
        var instance = new StackValue { Operand = Operand.Of(result), Type = type, IsNonNull = true, IsExact = true };
        if (constructor.Owner != _system.Object)
        {
            PushCall(constructor, [instance, .. arguments]);
        }

        Push(instance);
    }

    private void SaveArguments(StackValue[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Materialise(arguments[i]);
        }
    }

    /// <summary>String constructors allocate by themselves: each has a counterpart that returns the string.</summary>
    private void ImportNewString(IlMethod constructor)
    {
        var arguments = PopArguments(constructor.Signature.Parameters.Length);
        var maker = Array.Find(
            _system.String.Definition!.Methods,
            m => m.Name == "Ctor" && _system.SignatureOf(m).ParameterKey == constructor.Signature.ParameterKey)
            ?? throw new CompilationException($"The base library has no counterpart of {constructor}.");
        var method = _system.Method(maker, _system.String);
        PushCall(method, method.IsStatic ? arguments : [StackValue.Int(0), .. arguments]);
    }

    private void ImportNewDelegate(IlType type)
    {
        var function = Pop();
        var target = Materialise(Pop());
        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction { Operation = Operation.New, Type = type, Result = result });
        var fields = _program.DelegateFields;
        var pointer = function.Operand.Kind == OperandKind.Symbol && function.Function is { } method
            ? Operand.Of(new Symbol.TableIndex(_program.DelegateTarget(type, method)))
            : function.Operand;
        EmitStore(Operand.Of(result), fields.Target, MemoryKind.I32, target.Operand);
        EmitStore(Operand.Of(result), fields.Function, MemoryKind.I32, pointer);
        Push(new StackValue { Operand = Operand.Of(result), Type = type, IsNonNull = true, IsExact = true });
    }
}
