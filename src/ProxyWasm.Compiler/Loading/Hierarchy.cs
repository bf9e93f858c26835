using System.Reflection;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Base types, interfaces and the relation "a value of this type may be used as that type".</summary>
internal sealed class Hierarchy
{
    private static readonly string[] ArrayInterfaceNames = ["IList`1", "IReadOnlyList`1"];

    private readonly TypeSystem _system;
    private readonly Dictionary<IlType, IlType?> _bases = [];
    private readonly Dictionary<IlType, List<IlType>> _direct = [];
    private readonly Dictionary<IlType, HashSet<IlType>> _all = [];
    private readonly Dictionary<(IlType, IlType), bool> _castable = [];

    public Hierarchy(TypeSystem system) => _system = system;

    public IlType? BaseOf(IlType type)
    {
        if (!_bases.TryGetValue(type, out var result))
        {
            result = BaseCore(type);
            _bases[type] = result;
        }

        return result;
    }

    public List<IlType> DirectInterfaces(IlType type)
    {
        if (!_direct.TryGetValue(type, out var result))
        {
            result = [.. DirectCore(type)];
            _direct[type] = result;
        }

        return result;
    }

    /// <summary>All interfaces of the type and its bases, in a stable order.</summary>
    public HashSet<IlType> Interfaces(IlType type)
    {
        if (!_all.TryGetValue(type, out var result))
        {
            result = [];
            for (var current = type; current is not null; current = BaseOf(current))
            {
                foreach (var direct in DirectInterfaces(current))
                {
                    AddWithInherited(result, direct);
                }
            }

            _all[type] = result;
        }

        return result;
    }

    public bool Inherits(IlType type, IlType ancestor)
    {
        for (var current = type; current is not null; current = BaseOf(current))
        {
            if (current == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an object whose type is exactly <paramref name="from"/> passes a cast to the other type.
    /// </summary>
    public bool IsCastable(IlType from, IlType to)
    {
        if (from == to || to == _system.Object)
        {
            return true;
        }

        if (!_castable.TryGetValue((from, to), out var result))
        {
            // Recursive variance (class C : IComparable<C>) meets the pair again: assume no until shown.
            _castable[(from, to)] = false;
            result = CastableCore(from, to);
            _castable[(from, to)] = result;
        }

        return result;
    }

    /// <summary>Whether two instantiations of one generic type differ only by allowed variance.</summary>
    public bool IsVariantOf(IlType from, IlType to)
    {
        if (from == to)
        {
            return true;
        }

        if (from.Definition is null || from.Definition != to.Definition || from.Arguments.Length == 0)
        {
            return false;
        }

        var index = 0;
        foreach (var handle in from.Definition.Metadata.GetGenericParameters())
        {
            var parameter = from.Definition.Module.Metadata.GetGenericParameter(handle);
            if (!ArgumentFits(from.Arguments[index], to.Arguments[index], parameter.Attributes))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    private bool ArgumentFits(IlType from, IlType to, GenericParameterAttributes attributes)
    {
        if (from == to)
        {
            return true;
        }

        if (from.IsValueType || to.IsValueType)
        {
            return false;
        }

        return (attributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => IsCastable(from, to),
            GenericParameterAttributes.Contravariant => IsCastable(to, from),
            _ => false,
        };
    }

    private bool CastableCore(IlType from, IlType to)
    {
        if (to.IsInterface)
        {
            return (from.IsInterface && IsVariantOf(from, to)) || Interfaces(from).Any(i => IsVariantOf(i, to))
                || (from.Kind == TypeKind.Array && ArrayInterfaceMatches(from, to));
        }

        if (from.Kind == to.Kind && from.IsArray)
        {
            return from.Ordinal == to.Ordinal && ElementFits(from.ElementType!, to.ElementType!);
        }

        return Inherits(from, to) || (from.IsDelegate && IsVariantOf(from, to));
    }

    private bool ArrayInterfaceMatches(IlType array, IlType to)
    {
        // An int[] is also an IList<uint>: element types are compared as arrays compare them.
        return to.Arguments.Length == 1
            && Interfaces(array).Any(i => i.Definition == to.Definition)
            && ElementFits(array.ElementType!, to.Arguments[0]);
    }

    private bool ElementFits(IlType from, IlType to)
    {
        if (from == to)
        {
            return true;
        }

        return from.IsValueType
            ? to.IsValueType && Reduced(from) is var reduced && reduced != Primitive.None && reduced == Reduced(to)
            : !to.IsValueType && IsCastable(from, to);
    }

    /// <summary>Integers of one width are one type to array casts, whatever their sign.</summary>
    private Primitive Reduced(IlType type) => _system.Underlying(type).Primitive switch
    {
        Primitive.SByte => Primitive.Byte,
        Primitive.Int16 => Primitive.UInt16,
        Primitive.Int32 => Primitive.UInt32,
        Primitive.Int64 => Primitive.UInt64,
        Primitive.IntPtr => Primitive.UIntPtr,
        var other => other,
    };

    private IlType? BaseCore(IlType type)
    {
        if (type.IsArray)
        {
            return _system.SystemType("Array");
        }

        if (!type.IsNamed || type.Definition!.Metadata.BaseType is not { IsNil: false } handle)
        {
            return null;
        }

        return ((IlType)_system.Tokens.Open(type.Definition.Module, handle)).Substitute(type.Arguments, []);
    }

    private IEnumerable<IlType> DirectCore(IlType type)
    {
        if (type.IsNamed)
        {
            var module = type.Definition!.Module;
            foreach (var handle in type.Definition.Metadata.GetInterfaceImplementations())
            {
                var open = (IlType)_system.Tokens.Open(
                    module, module.Metadata.GetInterfaceImplementation(handle).Interface);
                yield return open.Substitute(type.Arguments, []);
            }
        }
        else if (type.Kind == TypeKind.Array
            && type.ElementType is { Kind: not (TypeKind.Pointer or TypeKind.FunctionPointer) })
        {
            foreach (var name in ArrayInterfaceNames)
            {
                yield return _system.Instantiate(
                    _system.CoreType("System.Collections.Generic", name), [type.ElementType!]);
            }
        }
    }

    private void AddWithInherited(HashSet<IlType> result, IlType type)
    {
        if (result.Add(type))
        {
            foreach (var inherited in DirectInterfaces(type))
            {
                AddWithInherited(result, inherited);
            }
        }
    }
}
