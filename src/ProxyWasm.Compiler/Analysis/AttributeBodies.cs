using System.Collections.Immutable;
using System.Reflection.Metadata;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>
/// Writes the method that makes the attributes of one class for a type of the program, or for a member of an enum.
/// </summary>
internal sealed class AttributeBodies
{
    private readonly ProgramModel _program;
    private readonly Body _body;
    private readonly IlType _wanted;
    private Block _block;

    private AttributeBodies(ProgramModel program, IlMethod method)
    {
        _program = program;
        _wanted = method.Arguments[0];
        _body = new Body(method, program.Conventions.TypeOf(method));
        for (var i = 0; i < _body.Type.Count; i++)
        {
            _body.Parameters.Add(_body.NewTemporary(_body.Type.Parameter(i)));
        }

        _block = _body.Entry;
    }

    /// <summary>Whether the method is the one of the runtime library that has no body of its own.</summary>
    public static bool IsRequested(IlMethod method) => method.Key == "ProxyWasm.Compiler.Runtime.Attributes::Own";

    public static Body Create(ProgramModel program, IlMethod method) => new AttributeBodies(program, method).Write();

    private Body Write()
    {
        foreach (var type in _program.System.Assemblies.UserModules.SelectMany(m => m.Types.Skip(1)))
        {
            if (type.Arity > 0)
            {
                continue;
            }

            var attributes = Wanted(type.Module, type.Metadata.GetCustomAttributes());
            foreach (var which in Enum.GetValues<AttributeSet>())
            {
                WriteCase(type, null, which, [.. attributes.Where(a => IsIn(which, a.Constructor.Owner))]);
            }

            foreach (var field in type.IsEnum ? type.Fields.Where(f => f.IsLiteral) : [])
            {
                var handles = type.Module.Metadata.GetFieldDefinition(field.Handle).GetCustomAttributes();
                WriteCase(type, field.Name, AttributeSet.All, Wanted(type.Module, handles));
            }
        }

        _block.End(TerminatorKind.Return, Operand.Int(0));
        return _body;
    }

    private bool IsIn(AttributeSet which, IlType attribute) =>
        which == AttributeSet.All || (AttributeUsage.Of(_program.System, attribute) is { IsInherited: true } usage
            && usage.AllowsSeveral == (which == AttributeSet.Additional));

    private List<(IlMethod Constructor, CustomAttribute Value)> Wanted(
        Module module, CustomAttributeHandleCollection handles)
    {
        var result = new List<(IlMethod, CustomAttribute)>();
        foreach (var handle in handles)
        {
            var attribute = module.Metadata.GetCustomAttribute(handle);
            var open = (OpenMethod)_program.System.Tokens.Open(module, attribute.Constructor);
            for (var type = open.Owner; type is not null; type = _program.System.Hierarchy.BaseOf(type))
            {
                if (type == _wanted)
                {
                    result.Add((_program.System.Method(open.Definition, open.Owner), attribute));
                    break;
                }
            }
        }

        return result;
    }

    private void WriteCase(
        TypeDef type, string? field, AttributeSet which,
        List<(IlMethod Constructor, CustomAttribute Value)> attributes)
    {
        if (attributes.Count == 0)
        {
            return;
        }

        var next = _body.NewBlock();
        Test(0, Operand.Of(new Symbol.TypeObject(_program.System.Instantiate(type, []))), next);
        Test(2, Operand.Int((int)which), next);
        if (field is null)
        {
            Test(1, Operand.Int(0), next);
        }
        else
        {
            var equal = Emit(IrType.I32, new Instruction
            {
                Operation = Operation.Call, Method = _program.RuntimeMethod("Attributes", "IsNamed"),
                Operands = [Operand.Of(_body.Parameters[1]), Operand.Of(new Symbol.Text(field))],
            });
            Continue(equal, next);
        }

        var array = NewArray(_wanted, attributes.Count);
        for (var i = 0; i < attributes.Count; i++)
        {
            var value = attributes[i].Value.DecodeValue(new AttributeValueTypes(_program.System, type.Module));
            Store(array, ObjectShape.ArrayDataOffset + (i * sizeof(int)), MemoryKind.I32,
                NewAttribute(attributes[i].Constructor, value));
        }

        _block.End(TerminatorKind.Return, array);
        _block = next;
    }

    private void Test(int parameter, Operand expected, Block otherwise) =>
        Continue(
            Emit(IrType.I32, new Instruction
            {
                Operation = Operation.Numeric, Numeric = Numeric.I32Eq,
                Operands = [Operand.Of(_body.Parameters[parameter]), expected],
            }),
            otherwise);

    private void Continue(Operand condition, Block otherwise)
    {
        var then = _body.NewBlock();
        _block.Branch(condition, then, otherwise);
        _block = then;
    }

    private Operand NewAttribute(IlMethod constructor, CustomAttributeValue<IlType> value)
    {
        if (_program.NeedsStaticConstructor(constructor.Owner))
        {
            Emit(IrType.Void, new Instruction { Operation = Operation.InitClass, Type = constructor.Owner });
        }

        var instance = Emit(IrType.I32, new Instruction { Operation = Operation.New, Type = constructor.Owner });
        Call(constructor, [instance, .. value.FixedArguments.Select((a, i) =>
            Value(constructor.Signature.Parameters[i], a.Type, a.Value))]);
        foreach (var named in value.NamedArguments)
        {
            SetMember(instance, constructor.Owner, named);
        }

        return instance;
    }

    private void SetMember(Operand instance, IlType owner, CustomAttributeNamedArgument<IlType> named)
    {
        for (var type = owner; type is not null; type = _program.System.Hierarchy.BaseOf(type))
        {
            if (named.Kind == CustomAttributeNamedArgumentKind.Field
                && Array.Find(type.Definition!.Fields, f => f.Name == named.Name) is { } definition)
            {
                var field = _program.System.Field(definition, type);
                Store(instance, _program.Layouts.OffsetOf(field), _program.Layouts.ScalarKind(field.Type)!.Value,
                    Value(field.Type, named.Type, named.Value));
                return;
            }

            if (Array.Find(type.Definition!.Methods, m => m.Name == "set_" + named.Name) is { } setter)
            {
                var method = _program.System.Method(setter, type);
                Call(method, [instance, Value(method.Signature.Parameters[0], named.Type, named.Value)]);
                return;
            }
        }

        throw new CompilationException($"The attribute '{owner}' has no member '{named.Name}' that can be set.");
    }

    /// <summary>A value that an attribute carries, as the type that receives it expects it.</summary>
    private Operand Value(IlType expected, IlType actual, object? value)
    {
        switch (value)
        {
            case null:
                return Operand.Int(0);
            case string text:
                return Operand.Of(new Symbol.Text(text));
            case IlType type:
                return Operand.Of(new Symbol.TypeObject(type));
            case ImmutableArray<CustomAttributeTypedArgument<IlType>> elements:
                return Elements(actual.IsArray ? actual.ElementType! : _program.System.Object, elements);
        }

        var kind = _program.Layouts.ScalarKind(actual)!.Value;
        var scalar = Scalar(kind.Register(), value);
        if (expected.IsValueType)
        {
            return scalar;
        }

        var box = Emit(IrType.I32, new Instruction { Operation = Operation.New, Type = actual });
        Store(box, ObjectShape.BoxDataOffset, kind, scalar);
        return box;
    }

    private static Operand Scalar(IrType type, object value) => type switch
    {
        IrType.F32 => Operand.Single((float)value),
        IrType.F64 => Operand.Double((double)value),
        IrType.I64 => Operand.Long(value is ulong wide ? (long)wide : (long)value),
        _ => Operand.Int(value switch
        {
            bool flag => flag ? 1 : 0,
            char unit => unit,
            uint number => (int)number,
            _ => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        }),
    };

    private Operand Elements(IlType type, ImmutableArray<CustomAttributeTypedArgument<IlType>> elements)
    {
        var array = NewArray(type, elements.Length);
        var kind = _program.Layouts.ScalarKind(type)!.Value;
        for (var i = 0; i < elements.Length; i++)
        {
            Store(array, ObjectShape.ArrayDataOffset + (i * kind.Size()), kind,
                Value(type, elements[i].Type, elements[i].Value));
        }

        return array;
    }

    private Operand NewArray(IlType element, int length) => Emit(IrType.I32, new Instruction
    {
        Operation = Operation.NewArray, Type = _program.System.ArrayOf(element), Operands = [Operand.Int(length)],
    });

    private void Call(IlMethod method, Operand[] operands) => Emit(IrType.Void, new Instruction
    {
        Operation = Operation.Call, Method = _program.Substituted(method), Operands = operands,
    });

    private void Store(Operand target, int offset, MemoryKind kind, Operand value) => Emit(
        IrType.Void,
        new Instruction { Operation = Operation.Store, Memory = kind, Offset = offset, Operands = [target, value] });

    private Operand Emit(IrType type, Instruction instruction)
    {
        if (type != IrType.Void)
        {
            instruction.Result = _body.NewTemporary(type);
        }

        _block.Instructions.Add(instruction);
        return instruction.Result is null ? default : Operand.Of(instruction.Result);
    }
}
