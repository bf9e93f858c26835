using System.Reflection.Metadata;

namespace ProxyWasm.Compiler.Loading;

/// <summary>Finds the method that a virtual call runs for an object of a known type.</summary>
internal sealed class VirtualResolver
{
    private readonly TypeSystem _system;
    private readonly InterfaceResolver _interfaces;
    private readonly Dictionary<IlType, List<(IlMethod Declaration, IlMethod Body)>> _explicit = [];
    private readonly Dictionary<(IlType, IlMethod), IlMethod?> _found = [];
    private readonly Dictionary<IlMethod, IlMethod> _slots = [];

    public VirtualResolver(TypeSystem system)
    {
        _system = system;
        _interfaces = new InterfaceResolver(system, this);
    }

    /// <summary>
    /// The method that introduced the slot, with the same generic method arguments: the identity of a virtual call.
    /// </summary>
    public IlMethod Slot(IlMethod method)
    {
        if (method.Owner.IsInterface || !method.Owner.IsNamed)
        {
            return method;
        }

        var open = Open(method);
        if (!_slots.TryGetValue(open, out var slot))
        {
            slot = FindSlot(open);
            _slots[open] = slot;
        }

        return WithArguments(slot, method.Arguments);
    }

    /// <summary>Null when the type is abstract in this member or does not have it.</summary>
    public IlMethod? Resolve(IlType type, IlMethod slot)
    {
        var open = Open(slot);
        if (!_found.TryGetValue((type, open), out var found))
        {
            found = slot.Owner.IsInterface ? _interfaces.Find(type, open) : FindOverride(type, open);
            _found[(type, open)] = found;
        }

        return found is null ? null : WithArguments(found, slot.Arguments);
    }

    /// <summary>The <c>.override</c> pairs of a type.</summary>
    public List<(IlMethod Declaration, IlMethod Body)> ExplicitOverrides(IlType type)
    {
        if (!_explicit.TryGetValue(type, out var result))
        {
            result = type.IsNamed ? [.. ReadExplicitOverrides(type)] : [];
            _explicit[type] = result;
        }

        return result;
    }

    /// <summary>The method without its own generic arguments; those of the type stay.</summary>
    public IlMethod Open(IlMethod method) =>
        method.Arguments.Length == 0 ? method : _system.Method(method.Definition, method.Owner);

    private IlMethod WithArguments(IlMethod open, IlType[] arguments) =>
        arguments.Length == 0 || open.Definition.Arity == 0
            ? open : _system.Method(open.Definition, open.Owner, arguments);

    private IEnumerable<(IlMethod Declaration, IlMethod Body)> ReadExplicitOverrides(IlType type)
    {
        var module = type.Definition!.Module;
        foreach (var handle in type.Definition.Metadata.GetMethodImplementations())
        {
            var implementation = module.Metadata.GetMethodImplementation(handle);
            yield return (Member(implementation.MethodDeclaration), Member(implementation.MethodBody));
        }

        IlMethod Member(EntityHandle handle)
        {
            var open = (OpenMethod)_system.Tokens.Open(module, handle);
            return _system.Method(open.Definition, open.Owner.Substitute(type.Arguments, []));
        }
    }

    private IlMethod FindSlot(IlMethod method)
    {
        if (method.Definition.IsNewSlot || !method.Definition.IsVirtual)
        {
            return method;
        }

        for (var type = _system.Hierarchy.BaseOf(method.Owner); type is not null; type = _system.Hierarchy.BaseOf(type))
        {
            foreach (var candidate in type.Definition!.Methods)
            {
                if (candidate.IsVirtual && candidate.Name == method.Name && candidate.Arity == method.Definition.Arity
                    && _system.Method(candidate, type) is var closed && closed.Signature.Key == method.Signature.Key)
                {
                    return Slot(closed);
                }
            }
        }

        return method;
    }

    private IlMethod? FindOverride(IlType type, IlMethod slot)
    {
        for (var current = type; current is not null; current = _system.Hierarchy.BaseOf(current))
        {
            if (!current.IsNamed)
            {
                continue;
            }

            foreach (var (declaration, body) in ExplicitOverrides(current))
            {
                if (!declaration.Owner.IsInterface && Slot(declaration) == slot)
                {
                    // An override that returns more has a slot of its own, which derived classes override in turn.
                    return body.Definition.IsNewSlot && current != type ? FindOverride(type, body) : body;
                }
            }

            if (current == slot.Owner)
            {
                return slot.Definition.IsAbstract ? null : slot;
            }

            if (OverrideIn(current, slot) is { } found)
            {
                return found.Definition.IsAbstract ? null : found;
            }
        }

        return null;
    }

    private IlMethod? OverrideIn(IlType type, IlMethod slot)
    {
        foreach (var candidate in type.Definition!.Methods)
        {
            if (candidate is { IsVirtual: true, IsNewSlot: false } && candidate.Name == slot.Name
                && candidate.Arity == slot.Definition.Arity
                && _system.Method(candidate, type) is var closed
                && closed.Signature.ParameterKey == slot.Signature.ParameterKey && Slot(closed) == slot)
            {
                return closed;
            }
        }

        return null;
    }
}
