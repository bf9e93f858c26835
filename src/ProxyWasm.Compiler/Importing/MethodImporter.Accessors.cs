using System.Runtime.CompilerServices;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Importing;

/// <content>Calls of methods with <c>[UnsafeAccessor]</c>.</content>
internal sealed partial class MethodImporter
{
    private void ImportAccessor(IlMethod accessor, StackValue[] arguments)
    {
        var kind = UnsafeAccessors.KindOf(accessor);
        var name = UnsafeAccessors.NameOf(accessor);
        var type = kind == UnsafeAccessorKind.Constructor
            ? accessor.Signature.ReturnType : OwnerOf(accessor.Signature.Parameters[0]);
        switch (kind)
        {
            case UnsafeAccessorKind.Field:
                var field = _system.FieldNamed(type, name);
                var owner = Materialise(arguments[0]);
                CheckNull(owner);
                Push(new StackValue
                {
                    Operand = AddOffset(owner.Operand, _layouts.OffsetOf(field)),
                    Type = accessor.Signature.ReturnType, IsNonNull = true,
                });
                break;
            case UnsafeAccessorKind.StaticField:
                Push(new StackValue
                {
                    Operand = StaticAddress(_system.FieldNamed(type, name)),
                    Type = accessor.Signature.ReturnType, IsNonNull = true,
                });
                break;
            case UnsafeAccessorKind.Method:
                CallOnObject(AccessedMethod(accessor, type, name, 1), arguments);
                break;
            case UnsafeAccessorKind.StaticMethod:
                PushCall(AccessedMethod(accessor, type, name, 1), arguments[1..]);
                break;
            default:
                foreach (var argument in arguments)
                {
                    Push(argument);
                }

                ImportNew(AccessedMethod(accessor, type, ".ctor", 0));
                break;
        }
    }

    private static IlType OwnerOf(IlType type) => type.Kind == TypeKind.ByRef ? type.ElementType! : type;

    private IlMethod AccessedMethod(IlMethod accessor, IlType type, string name, int skipped)
    {
        var wanted = accessor.Signature.Parameters[skipped..];
        foreach (var candidate in type.Definition!.Methods)
        {
            if (candidate.Name == name && candidate.Arity == accessor.Arguments.Length)
            {
                var method = _system.Method(candidate, type, accessor.Arguments);
                var parameters = method.Signature.Parameters.Select(_system.Underlying);
                if (parameters.SequenceEqual(wanted.Select(_system.Underlying)))
                {
                    return method;
                }
            }
        }

        throw new CompilationException($"{accessor} is an accessor for {type}::{name}, which does not exist.");
    }
}
