using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Which instruction goes where.</content>
internal sealed partial class MethodImporter
{
    /// <summary>False when the block ends here.</summary>
    private bool ImportInstruction(IlInstruction instruction)
    {
        if (instruction.OpCode is ILOpCode.Nop or ILOpCode.Tail or ILOpCode.Volatile or ILOpCode.Unaligned
            or ILOpCode.Readonly or ILOpCode.Break or (ILOpCode)0xFE19)
        {
            return true;
        }

        if (ImportVariableAccess(instruction) || ImportConstant(instruction) || ImportArithmetic(instruction.OpCode)
            || ImportConversion(instruction) || ImportMemory(instruction) || ImportObject(instruction)
            || ImportArray(instruction) || ImportCallLike(instruction))
        {
            return true;
        }

        return ImportControl(instruction);
    }

    private bool ImportConstant(IlInstruction instruction)
    {
        switch (instruction.OpCode)
        {
            case >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8:
                // The enumeration is unsigned, so the difference must be taken as a number.
                Push(Operand.Int((int)instruction.OpCode - (int)ILOpCode.Ldc_i4_0), _system.Int32);
                return true;
            case ILOpCode.Ldc_i4 or ILOpCode.Ldc_i4_s:
                Push(Operand.Int(instruction.Argument), _system.Int32);
                return true;
            case ILOpCode.Ldc_i8:
                Push(Operand.Long(instruction.Argument));
                return true;
            case ILOpCode.Ldc_r4:
                Push(Operand.Single((float)instruction.Real));
                return true;
            case ILOpCode.Ldc_r8:
                Push(Operand.Double(instruction.Real));
                return true;
            case ILOpCode.Ldnull:
                Push(Operand.Int(0));
                return true;
            case ILOpCode.Ldstr:
                var text = _method.Definition.Owner.Module.Metadata.GetUserString(
                    (UserStringHandle)MetadataTokens.Handle(instruction.Token));
                Push(TextValue(text));
                return true;
            case ILOpCode.Sizeof:
                Push(Operand.Int(_layouts.SizeOf(_system.Tokens.Type(_method, instruction.Token))), _system.Int32);
                return true;
            case ILOpCode.Dup:
                Duplicate();
                return true;
            case ILOpCode.Pop:
                Pop();
                return true;
            case ILOpCode.Ldtoken:
                ImportToken(instruction.Token);
                return true;
            default:
                return false;
        }
    }

    internal StackValue TextValue(string text) => new()
    {
        Operand = Operand.Of(new Symbol.Text(text)), Type = _system.String, IsNonNull = true, IsExact = true,
        Literal = text,
    };

    private void Duplicate()
    {
        var value = Pop();
        if (value.Boxed is not null)
        {
            value = Materialise(value);
        }

        if (value.IsStructure)
        {
            value = value with { IsOwned = false };
        }

        Push(value);
        Push(value);
    }

    private void ImportToken(int token)
    {
        var open = _system.Tokens.Open(_method.Definition.Owner.Module, MetadataTokens.EntityHandle(token));
        if (open is IlType)
        {
            var type = _system.Tokens.Type(_method, token);
            Push(TypeObjectValue(type));
        }
        else if (open is OpenField field)
        {
            Push(StackValue.Of(Operand.Of(new Symbol.ImageData(field.Definition))) with
            {
                FieldToken = field.Definition,
            });
        }
        else
        {
            Push(Operand.Int(0));
        }
    }

    /// <summary>A type's handle and its <see cref="Type"/> object are the same address.</summary>
    internal StackValue TypeObjectValue(IlType type) => new()
    {
        Operand = Operand.Of(new Symbol.TypeObject(type)), TypeToken = type, IsNonNull = true,
        Type = _system.SystemType("RuntimeType"), IsExact = true,
    };

    private bool ImportControl(IlInstruction instruction)
    {
        switch (instruction.OpCode)
        {
            case ILOpCode.Br or ILOpCode.Br_s:
                _block.Jump(Continue(instruction.Targets[0]));
                return false;
            case ILOpCode.Leave or ILOpCode.Leave_s:
                ImportLeave(instruction.Targets[0]);
                return false;
            case ILOpCode.Ret:
                ImportReturn();
                return false;
            case ILOpCode.Throw:
                ImportThrow();
                return false;
            case ILOpCode.Rethrow:
                ImportRethrow();
                return false;
            case ILOpCode.Endfinally:
                ImportEndFinally();
                return false;
            case ILOpCode.Endfilter:
                ImportEndFilter();
                return false;
            case ILOpCode.Switch:
                ImportSwitch(instruction);
                return false;
            case ILOpCode.Brtrue or ILOpCode.Brtrue_s or ILOpCode.Brfalse or ILOpCode.Brfalse_s:
                return ImportTruthBranch(instruction);
            case >= ILOpCode.Beq and <= ILOpCode.Blt_un or >= ILOpCode.Beq_s and <= ILOpCode.Blt_un_s:
                return ImportCompareBranch(instruction);
            default:
                throw new InvalidOperationException($"the IL instruction {instruction.OpCode} is not supported");
        }
    }

    private void ImportReturn()
    {
        var type = _method.Signature.ReturnType;
        if (type.IsVoid)
        {
            _block.End(TerminatorKind.Return);
            return;
        }

        var value = Materialise(Pop());
        if (_layouts.ScalarKind(type) is { } kind)
        {
            var operand = value.IsStructure ? ScalarOf(value) : value.Operand;
            _block.End(TerminatorKind.Return, Coerce(operand, kind.Register()));
        }
        else if (_conventions.ReturnedLeaf(type) is { } leaf)
        {
            var operand = value.IsStructure
                ? EmitLoad(value.Operand, value.Offset + leaf.Offset, leaf.Kind) : value.Operand;
            _block.End(TerminatorKind.Return, operand);
        }
        else
        {
            CopyStructure(_resultBuffer, 0, value with { Type = type });
            _block.End(TerminatorKind.Return);
        }
    }
}
