using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Loads and stores through addresses and fields.</content>
internal sealed partial class MethodImporter
{
    private bool ImportMemory(IlInstruction instruction)
    {
        var code = instruction.OpCode;
        switch (code)
        {
            case >= ILOpCode.Ldind_i1 and <= ILOpCode.Ldind_ref:
                Push(LoadFrom(PopInt(), 0, IndirectType(code)));
                return true;
            case >= ILOpCode.Stind_ref and <= ILOpCode.Stind_r8 or ILOpCode.Stind_i:
                StoreThrough(IndirectType(code));
                return true;
            case ILOpCode.Ldobj:
                Push(LoadFrom(PopInt(), 0, TypeOperand()));
                return true;
            case ILOpCode.Stobj:
                StoreThrough(TypeOperand());
                return true;
            case ILOpCode.Cpobj:
                var source = PopInt();
                var type = TypeOperand();
                StoreTo(PopInt(), 0, type, LoadFrom(source, 0, type));
                return true;
            case ILOpCode.Initobj:
                var cleared = PopInt();
                SaveStructures();
                EmitClear(cleared, TypeOperand());
                return true;
            case ILOpCode.Cpblk:
                EmitBytes(Operation.CopyBytes);
                return true;
            case ILOpCode.Initblk:
                EmitBytes(Operation.FillBytes);
                return true;
            case ILOpCode.Localloc:
                ImportStackAlloc();
                return true;
            default:
                return ImportField(code);
        }
    }

    private void ImportStackAlloc()
    {
        var size = PopInt();
        var address = EmitResult(Operation.StackAlloc, IrType.I32, size);
        if (_il.InitialisesLocals)
        {
            Emit(new Instruction
            {
                Operation = Operation.FillBytes, Operands = [address, Operand.Int(0), size],
            });
        }

        Push(address);
    }

    private bool ImportField(ILOpCode code)
    {
        switch (code)
        {
            case ILOpCode.Ldfld:
                LoadField(FieldOperand());
                return true;
            case ILOpCode.Ldflda:
                LoadFieldAddress(FieldOperand());
                return true;
            case ILOpCode.Stfld:
                StoreField(FieldOperand());
                return true;
            case ILOpCode.Ldsfld:
                LoadStatic(FieldOperand());
                return true;
            case ILOpCode.Ldsflda:
                var field = FieldOperand();
                Push(new StackValue
                {
                    Operand = StaticAddress(field),
                    Type = _system.RefTo(field.Type),
                    IsNonNull = true,
                });
                return true;
            case ILOpCode.Stsfld:
                var stored = FieldOperand();
                var value = Materialise(Pop());
                if (value is { IsStructure: true, IsOwned: false })
                {
                    value = CopyOf(value);
                }

                StoreTo(StaticAddress(stored), 0, stored.Type, value);
                return true;
            default:
                return false;
        }
    }

    private IlType TypeOperand() => _system.Tokens.Type(_method, _current.Token);

    private IlField FieldOperand() => _system.Tokens.Field(_method, _current.Token);

    private IlType IndirectType(ILOpCode code) => code switch
    {
        ILOpCode.Ldind_i1 or ILOpCode.Stind_i1 => _system.SystemType("SByte"),
        ILOpCode.Ldind_u1 => _system.SystemType("Byte"),
        ILOpCode.Ldind_i2 or ILOpCode.Stind_i2 => _system.SystemType("Int16"),
        ILOpCode.Ldind_u2 => _system.SystemType("UInt16"),
        ILOpCode.Ldind_i8 or ILOpCode.Stind_i8 => _system.SystemType("Int64"),
        ILOpCode.Ldind_r4 or ILOpCode.Stind_r4 => _system.SystemType("Single"),
        ILOpCode.Ldind_r8 or ILOpCode.Stind_r8 => _system.SystemType("Double"),
        ILOpCode.Ldind_ref or ILOpCode.Stind_ref => _system.Object,
        ILOpCode.Ldind_i or ILOpCode.Stind_i => _system.NativeInt,
        _ => _system.Int32,
    };

    private void StoreThrough(IlType type)
    {
        var value = Materialise(Pop());
        StoreTo(PopInt(), 0, type, value);
    }

    private void EmitBytes(Operation operation)
    {
        var length = PopInt();
        var second = PopInt();
        var first = PopInt();
        EmitEffect(new Instruction { Operation = operation, Operands = [first, second, length] });
    }

    private void LoadField(IlField field)
    {
        var owner = Pop();
        if (owner.IsStructure)
        {
            Push(LoadFrom(owner.Operand, owner.Offset + _layouts.OffsetOf(field), field.Type) with
            {
                IsOwned = owner.IsOwned && _layouts.IsStructure(field.Type),
            });
            return;
        }

        Push(LoadFrom(FieldOwnerAddress(owner, field), _layouts.OffsetOf(field), field.Type));
    }

    private Operand FieldOwnerAddress(StackValue owner, IlField field)
    {
        owner = Materialise(owner);
        if (!field.Owner.IsValueType)
        {
            CheckNull(owner);
        }

        return Coerce(owner.Operand, IrType.I32);
    }

    private void LoadFieldAddress(IlField field)
    {
        var address = FieldOwnerAddress(Pop(), field);
        Push(new StackValue
        {
            Operand = AddOffset(address, _layouts.OffsetOf(field)), Type = _system.RefTo(field.Type), IsNonNull = true,
        });
    }

    private void StoreField(IlField field)
    {
        var value = Materialise(Pop());
        var owner = Pop();
        StoreTo(FieldOwnerAddress(owner, field), _layouts.OffsetOf(field), field.Type, value);
    }

    private void LoadStatic(IlField field)
    {
        switch (Folding.KnownStaticOf(field))
        {
            case KnownStatic.EmptyString:
                Push(TextValue(""));
                return;
            case KnownStatic.True:
                Push(StackValue.Int(1));
                return;
            default:
                break;
        }

        Push(LoadFrom(StaticAddress(field), 0, field.Type));
    }

    internal Operand StaticAddress(IlField field)
    {
        if (field.Definition.HasImageData)
        {
            return Operand.Of(new Symbol.ImageData(field.Definition));
        }

        InitialiseClass(field.Owner);
        return Operand.Of(new Symbol.Static(field));
    }

    private void InitialiseClass(IlType type)
    {
        if (type.Definition?.StaticConstructor is not { } constructor
            || (_method.Definition == constructor && _method.Owner == type)
            || !_program.NeedsStaticConstructor(type) || _program.Snapshot.IsInitialised(type))
        {
            return;
        }

        EmitEffect(new Instruction { Operation = Operation.InitClass, Type = type });
    }

    /// <summary>
    /// Types without <c>beforefieldinit</c> are initialised when one of their static methods or constructors begins,
    /// structures also by their other methods: a structure comes into being without a constructor.
    /// </summary>
    private void InitialiseOwnerAtEntry()
    {
        if (_method.Owner.IsNamed && _method.Owner.Definition is { BeforeFieldInit: false }
            && (_method.IsStatic || _method.Definition.IsConstructor || _method.Owner.IsValueType)
            && !_method.Definition.IsStaticConstructor)
        {
            InitialiseClass(_method.Owner);
        }
    }

    internal void CheckNull(StackValue value)
    {
        if (!value.IsNonNull && value.TypeToken is null && !value.Operand.IsSlot
            && value.Operand.Kind != OperandKind.Symbol)
        {
            Emit(new Instruction { Operation = Operation.NullCheck, Operands = [Coerce(value.Operand, IrType.I32)] });
        }
    }
}
