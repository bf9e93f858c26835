using System.Reflection.Metadata;
using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Which method an IL call means.</content>
internal sealed partial class MethodImporter
{
    private bool ImportCallLike(IlInstruction instruction)
    {
        switch (instruction.OpCode)
        {
            case ILOpCode.Constrained:
                _constrained = TypeOperand();
                return true;
            case ILOpCode.Call or ILOpCode.Callvirt:
                var constrained = _constrained;
                _constrained = null;
                ImportCall(CalledMember(instruction), constrained);
                return true;
            case ILOpCode.Calli:
                ImportCallThroughPointer(instruction.Token);
                return true;
            case ILOpCode.Newobj:
                ImportNew(CalledMember(instruction));
                return true;
            case ILOpCode.Ldftn:
                ImportFunction(CalledMember(instruction));
                return true;
            case ILOpCode.Ldvirtftn:
                ImportVirtualFunction(CalledMember(instruction));
                return true;
            default:
                return false;
        }
    }

    private IlMethod CalledMember(IlInstruction instruction)
    {
        var member = _system.Tokens.Method(_method, instruction.Token);
        if (!_method.Definition.Owner.Module.IsFramework && member.Definition.Owner.Module.IsFramework)
        {
            _program.UserCalls.Add(new UserCall(_method, instruction.Offset, member));
        }

        return member;
    }

    private StackValue[] PopArguments(int count)
    {
        var arguments = new StackValue[count];
        for (var i = count - 1; i >= 0; i--)
        {
            arguments[i] = Pop();
        }

        return arguments;
    }

    private void ImportCall(IlMethod method, IlType? constrained)
    {
        var arguments = PopArguments(method.ParameterCount);
        if (constrained is not null)
        {
            ImportConstrained(method, constrained, arguments);
        }
        else if (_current.OpCode == ILOpCode.Callvirt && !method.IsStatic)
        {
            CallOnObject(method, arguments);
        }
        else
        {
            PushCall(method, arguments);
        }
    }

    private void ImportConstrained(IlMethod method, IlType type, StackValue[] arguments)
    {
        if (method.IsStatic)
        {
            var implementation = _program.Implementation(type, method) ?? throw new CompilationException(
                $"{type} has no implementation of the static member {method}.");
            PushCall(implementation, arguments);
        }
        else if (!type.IsValueType)
        {
            arguments[0] = LoadFrom(Materialise(arguments[0]).Operand, 0, type);
            CallOnObject(method, arguments);
        }
        else
        {
            CallOnValue(method, type, arguments);
        }
    }

    private void CallOnValue(IlMethod method, IlType type, StackValue[] arguments)
    {
        var implementation = _program.Implementation(type, _system.Virtuals.Slot(method))
            ?? throw new CompilationException($"{type} does not implement {method}.");
        if (implementation.Owner != type)
        {
            // What is inherited from Object, ValueType, Enum or an interface expects an object.
            var value = LoadFrom(Materialise(arguments[0]).Operand, 0, type);
            arguments[0] = new StackValue
            {
                Boxed = value.IsStructure ? CopyOf(value) : value, Type = type, IsNonNull = true, IsExact = true,
            };
        }

        PushCall(implementation, arguments);
    }

    private void CallOnObject(IlMethod method, StackValue[] arguments)
    {
        if (method.Owner.IsDelegate && method.Name == "Invoke")
        {
            CallDelegate(method, arguments);
            return;
        }

        if (!method.Definition.IsVirtual)
        {
            arguments[0] = Materialise(arguments[0]);
            CheckNull(arguments[0]);
            PushCall(method, arguments);
            return;
        }

        if (KnownTarget(method, arguments[0]) is { } target)
        {
            arguments[0] = Materialise(arguments[0]);
            CheckNull(arguments[0]);
            PushCall(target.Owner.IsValueType ? _program.Unboxing(target) : target, arguments);
            return;
        }

        PushVirtualCall(method, arguments);
    }

    private IlMethod? KnownTarget(IlMethod method, StackValue receiver)
    {
        if (receiver.Type is { } type && (receiver.IsExact || (type.IsReference && IsSealed(type)))
            && _program.Implementation(type, _system.Virtuals.Slot(method)) is { } exact)
        {
            return exact;
        }

        return (method.Definition.IsFinal || method.Owner.Definition!.IsSealed)
            && !method.Definition.IsAbstract && !method.Owner.IsInterface && method.Owner.IsNamed ? method : null;
    }

    private void ImportFunction(IlMethod method)
    {
        if (_constrained is { } constrained && method.IsStatic)
        {
            method = _program.Implementation(constrained, method)
                ?? throw new CompilationException($"{constrained} has no implementation of {method}.");
        }

        _constrained = null;
        method = _program.Substituted(method);
        var index = Operand.Of(new Symbol.TableIndex(method));
        Push(new StackValue { Operand = index, Function = method, IsNonNull = true });
    }

    private void ImportVirtualFunction(IlMethod method)
    {
        var receiver = Materialise(Pop());
        if (!method.Definition.IsVirtual || KnownTarget(method, receiver) is { Owner.IsValueType: false })
        {
            CheckNull(receiver);
            var target = method.Definition.IsVirtual ? KnownTarget(method, receiver)! : method;
            target = _program.Substituted(target);
            Push(new StackValue { Operand = Operand.Of(new Symbol.TableIndex(target)), Function = target });
            return;
        }

        CheckNull(receiver);
        var result = _body.NewTemporary(IrType.I32);
        Emit(new Instruction
        {
            Operation = Operation.VirtualFunction, Method = BoundSlot(method, receiver.Type), Result = result,
            Operands = [receiver.Operand],
        });
        Push(new StackValue { Operand = Operand.Of(result), Function = method });
    }

    private void ImportCallThroughPointer(int token)
    {
        var signature = _system.Tokens.StandaloneSignature(_method, token);
        var pointer = PopInt();
        var receiver = signature.IsInstance ? _system.Object : null;
        var arguments = PopArguments(signature.Parameters.Length + (signature.IsInstance ? 1 : 0));
        PushIndirectCall(signature, receiver, arguments, pointer);
    }

    private void CallDelegate(IlMethod invoke, StackValue[] arguments)
    {
        var instance = Materialise(arguments[0]);
        CheckNull(instance);
        var fields = _program.DelegateFields;
        // Loading the target late would let an argument's evaluation be observed in the wrong order; arguments are
        // already values here.
        arguments[0] = StackValue.Of(EmitLoad(instance.Operand, fields.Target, MemoryKind.I32), _system.Object);
        var pointer = EmitLoad(instance.Operand, fields.Function, MemoryKind.I32);
        PushIndirectCall(invoke.Signature, _system.Object, arguments, pointer);
    }
}
