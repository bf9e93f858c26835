using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Arguments and local variables.</content>
internal sealed partial class MethodImporter
{
    private void PrepareVariables()
    {
        var usage = VariableUsage.Of(_il);
        if (_conventions.ReturnsThroughBuffer(_method.Signature.ReturnType))
        {
            _resultBuffer = Operand.Of(NewParameter(IrType.I32));
        }

        _arguments = new Variable[_method.ParameterCount];
        for (var i = 0; i < _arguments.Length; i++)
        {
            _arguments[i] = PrepareArgument(i, usage);
        }

        _locals = new Variable[_il.Locals.Length];
        for (var i = 0; i < _locals.Length; i++)
        {
            _locals[i] = PrepareLocal(_il.Locals[i], usage.AddressedLocals.Contains(i));
        }
    }

    private Register NewParameter(IrType type)
    {
        var register = _body.NewTemporary(type);
        _body.Parameters.Add(register);
        return register;
    }

    private Variable PrepareArgument(int index, VariableUsage usage)
    {
        var type = _method.ParameterType(index);
        if (_layouts.ScalarKind(type) is { } kind)
        {
            return PrepareScalarArgument(index, type, kind, usage);
        }

        if (_conventions.PassedLeaves(type) is not { } leaves)
        {
            return new Variable(type, null, Operand.Of(NewParameter(IrType.I32)));
        }

        var slot = NewSlot(type);
        foreach (var leaf in leaves)
        {
            EmitStore(Operand.AddressOf(slot), leaf.Offset, leaf.Kind, Operand.Of(NewParameter(leaf.Kind.Register())));
        }

        return new Variable(type, null, Operand.AddressOf(slot));
    }

    private Variable PrepareScalarArgument(int index, IlType type, MemoryKind kind, VariableUsage usage)
    {
        var parameter = NewParameter(kind.Register());
        if (usage.AddressedArguments.Contains(index))
        {
            var slot = NewSlot(type);
            EmitStore(Operand.AddressOf(slot), 0, kind, Operand.Of(parameter));
            return new Variable(type, null, Operand.AddressOf(slot));
        }

        if (usage.AssignedArguments.Contains(index))
        {
            var variable = _body.NewVariable(kind.Register());
            Emit(new Instruction
            {
                Operation = Operation.Move, Result = variable, Operands = [Operand.Of(parameter)],
            });
            return new Variable(type, variable, default);
        }

        return new Variable(type, parameter, default) { IsNonNull = index == 0 && !_method.IsStatic };
    }

    private Variable PrepareLocal(IlType type, bool isAddressed)
    {
        if (_layouts.ScalarKind(type) is { } kind && !isAddressed)
        {
            var register = _body.NewVariable(kind.Register());
            if (_il.InitialisesLocals)
            {
                Emit(new Instruction
                {
                    Operation = Operation.Move, Result = register, Operands = [Operand.Constant(register.Type, 0)],
                });
            }

            return new Variable(type, register, default);
        }

        var slot = NewSlot(type);
        if (_il.InitialisesLocals)
        {
            EmitClear(Operand.AddressOf(slot), type);
        }

        return new Variable(type, null, Operand.AddressOf(slot));
    }

    internal Slot CreateSlot(IlType type) => NewSlot(type);

    internal Register CreateTemporary(IrType type) => _body.NewTemporary(type);

    private Slot NewSlot(IlType type) => _body.NewSlot(_layouts.SizeOf(type), _layouts.AlignmentOf(type));

    private void LoadVariable(Variable variable)
    {
        if (variable.Register is not { } register)
        {
            Push(LoadFrom(variable.Address, 0, variable.Type));
            return;
        }

        var operand = register.IsVariable ? Operand.Of(MoveToTemporary(Operand.Of(register))) : Operand.Of(register);
        Push(new StackValue { Operand = operand, Type = variable.Type, IsNonNull = variable.IsNonNull });
    }

    private void LoadAddress(Variable variable) => Push(new StackValue
    {
        Operand = variable.Address, Type = _system.RefTo(variable.Type), IsNonNull = true,
    });

    private void StoreVariable(Variable variable)
    {
        var value = Pop();
        if (variable.Register is not { } register)
        {
            StoreTo(variable.Address, 0, variable.Type, value);
            return;
        }

        value = Materialise(value);
        Emit(new Instruction
        {
            Operation = Operation.Move, Result = register, Operands = [Coerce(value.Operand, register.Type)],
        });
    }

    private Variable Argument(long index) => _arguments[checked((int)index)];

    private Variable Local(long index) => _locals[checked((int)index)];

    private bool ImportVariableAccess(IlInstruction instruction)
    {
        var code = instruction.OpCode;
        switch (code)
        {
            case >= ILOpCode.Ldarg_0 and <= ILOpCode.Ldarg_3:
                LoadVariable(Argument(code - ILOpCode.Ldarg_0));
                return true;
            case ILOpCode.Ldarg or ILOpCode.Ldarg_s:
                LoadVariable(Argument(instruction.Argument));
                return true;
            case ILOpCode.Ldarga or ILOpCode.Ldarga_s:
                LoadAddress(Argument(instruction.Argument));
                return true;
            case ILOpCode.Starg or ILOpCode.Starg_s:
                StoreVariable(Argument(instruction.Argument));
                return true;
            case >= ILOpCode.Ldloc_0 and <= ILOpCode.Ldloc_3:
                LoadVariable(Local(code - ILOpCode.Ldloc_0));
                return true;
            case ILOpCode.Ldloc or ILOpCode.Ldloc_s:
                LoadVariable(Local(instruction.Argument));
                return true;
            case ILOpCode.Ldloca or ILOpCode.Ldloca_s:
                LoadAddress(Local(instruction.Argument));
                return true;
            case >= ILOpCode.Stloc_0 and <= ILOpCode.Stloc_3:
                StoreVariable(Local(code - ILOpCode.Stloc_0));
                return true;
            case ILOpCode.Stloc or ILOpCode.Stloc_s:
                StoreVariable(Local(instruction.Argument));
                return true;
            default:
                return false;
        }
    }
}
