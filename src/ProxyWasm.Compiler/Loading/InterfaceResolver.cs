namespace ProxyWasm.Compiler.Loading;

/// <summary>Finds what implements an interface member: explicit, by name, by variance, or by default.</summary>
internal sealed class InterfaceResolver
{
    private readonly TypeSystem _system;
    private readonly VirtualResolver _virtuals;

    public InterfaceResolver(TypeSystem system, VirtualResolver virtuals)
    {
        _system = system;
        _virtuals = virtuals;
    }

    public IlMethod? Find(IlType type, IlMethod member)
    {
        if (type.IsArray)
        {
            return FindForArray(type, member);
        }

        var candidates = Candidates(type, member);
        foreach (var declared in candidates)
        {
            if (FindInClasses(type, declared) is { } found)
            {
                return found;
            }
        }

        foreach (var declared in candidates)
        {
            if (FindDefault(type, declared) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The member on the exact interface first, then on those that stand for it by variance.</summary>
    private List<IlMethod> Candidates(IlType type, IlMethod member)
    {
        var interfaces = _system.Hierarchy.Interfaces(type);
        var result = new List<IlMethod>();
        if (interfaces.Contains(member.Owner))
        {
            result.Add(member);
        }

        foreach (var candidate in interfaces)
        {
            if (candidate != member.Owner && _system.Hierarchy.IsVariantOf(candidate, member.Owner))
            {
                result.Add(_system.Method(member.Definition, candidate));
            }
        }

        return result;
    }

    private IlMethod? FindInClasses(IlType type, IlMethod declared)
    {
        for (var current = type; current is not null; current = _system.Hierarchy.BaseOf(current))
        {
            foreach (var (declaration, body) in _virtuals.ExplicitOverrides(current))
            {
                if (declaration == declared)
                {
                    return Overridden(type, body);
                }
            }

            if (_system.Hierarchy.DirectInterfaces(current).Any(i => i == declared.Owner || Inherits(i, declared.Owner))
                && FindByName(type, current, declared) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private IlMethod? FindByName(IlType type, IlType declaring, IlMethod declared)
    {
        for (var current = declaring; current is not null; current = _system.Hierarchy.BaseOf(current))
        {
            foreach (var method in current.Definition!.Methods)
            {
                if (method.Name == declared.Name && method.IsPublic && method.IsStatic == declared.IsStatic
                    && (method.IsVirtual || method.IsStatic) && method.Arity == declared.Definition.Arity
                    && _system.Method(method, current) is var closed
                    && closed.Signature.Key == declared.Signature.Key)
                {
                    return Overridden(type, closed);
                }
            }
        }

        return null;
    }

    private IlMethod Overridden(IlType type, IlMethod body) =>
        body.Definition is { IsVirtual: true, IsStatic: false }
            ? _virtuals.Resolve(type, _virtuals.Slot(body)) ?? body
            : body;

    private IlMethod? FindDefault(IlType type, IlMethod declared)
    {
        // The most specific interface wins: one that inherits from every other that overrides the member.
        IlMethod? best = null;
        foreach (var candidate in _system.Hierarchy.Interfaces(type))
        {
            foreach (var (declaration, body) in _virtuals.ExplicitOverrides(candidate))
            {
                if (declaration == declared && !body.Definition.IsAbstract
                    && (best is null || Inherits(body.Owner, best.Owner)))
                {
                    best = body;
                }
            }
        }

        return best ?? (declared.Definition.IsAbstract ? null : declared);
    }

    private bool Inherits(IlType type, IlType ancestor) => _system.Hierarchy.DirectInterfaces(type)
        .Any(i => i == ancestor || Inherits(i, ancestor));

    /// <summary>
    /// Arrays get their generic interface members from <c>System.Array</c>, where the base library keeps them as
    /// generic methods named after the interface.
    /// </summary>
    private IlMethod? FindForArray(IlType array, IlMethod member)
    {
        var arrayClass = _system.SystemType("Array");
        if (member.Owner.Arguments.Length == 0)
        {
            return Find(arrayClass, member);
        }

        var interfaceName = member.Owner.Definition!.Name;
        var simple = interfaceName[..interfaceName.IndexOf('`', StringComparison.Ordinal)];
        string[] names =
        [
            $"InternalArray__{simple}_{member.Name}",
            $"InternalArray__{member.Name}",
            $"InternalArray__IReadOnlyCollection_{member.Name}",
            $"InternalArray__ICollection_{member.Name}",
        ];
        foreach (var name in names)
        {
            foreach (var method in arrayClass.Definition!.Methods)
            {
                if (method.Name == name)
                {
                    return method.Arity == 0 ? _system.Method(method, arrayClass)
                        : _system.Method(method, arrayClass, ElementArgument(array, member));
                }
            }
        }

        return null;
    }

    private static IlType ElementArgument(IlType array, IlMethod member)
    {
        // Through IList<object> a string[] is read as objects; value element types must keep their own width.
        return member.Owner.Arguments[0].IsValueType ? member.Owner.Arguments[0] : array.ElementType!;
    }
}
