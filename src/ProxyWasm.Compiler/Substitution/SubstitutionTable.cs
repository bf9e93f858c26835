using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Substitution;

/// <summary>
/// Methods of the base library that methods of the runtime library replace, as their <c>[Replaces]</c> attributes say.
/// </summary>
/// <remarks>
/// A replacement is static; an instance method's receiver is its first parameter. The generic arguments of the replaced
/// type and method, in this order, become those of the replacement. Parameter types must be the same, except that
/// <c>object</c> stands for any class and a pointer or reference for any other: internal types cannot be named.
/// </remarks>
internal sealed class SubstitutionTable
{
    private readonly TypeSystem _system;
    private readonly Dictionary<string, List<MethodDef>> _replacements = [];
    private readonly Dictionary<IlMethod, IlMethod> _applied = [];
    private readonly HashSet<string> _dropped = [];
    private readonly List<string> _misfits = [];

    public SubstitutionTable(TypeSystem system, Module runtime)
    {
        _system = system;
        foreach (var method in runtime.Methods.Skip(1))
        {
            foreach (var handle in CustomAttributes.Find(method, "ReplacesAttribute"))
            {
                Register(method, CustomAttributes.FixedStrings(method, handle));
            }
        }

        if (_misfits.Count > 0)
        {
            throw new CompilationException(
                "The runtime library was written for another version of the base library; these do not fit: "
                + string.Join("; ", _misfits));
        }
    }

    public IlMethod Apply(IlMethod method)
    {
        if (!_applied.TryGetValue(method, out var result))
        {
            result = Find(method) ?? method;
            _applied[method] = result;
        }

        return result;
    }

    /// <summary>Whether a static constructor is replaced by nothing.</summary>
    public bool IsDropped(IlMethod staticConstructor) => _dropped.Contains(staticConstructor.Key);

    private void Register(MethodDef replacement, string[] names)
    {
        var key = $"{names[0]}::{names[1]}";
        if (names[1] == ".cctor")
        {
            _dropped.Add(key);
            return;
        }

        Verify(replacement, names);
        if (!_replacements.TryGetValue(key, out var list))
        {
            list = [];
            _replacements[key] = list;
        }

        list.Add(replacement);
    }

    /// <summary>
    /// A replacement that no longer fits means that the base library is not the one it was written for.
    /// </summary>
    private void Verify(MethodDef replacement, string[] names)
    {
        var module = names.Length > 2 ? _system.Assemblies.Require(names[2]) : _system.Core;
        var type = FindType(module, names[0]);
        var count = _system.SignatureOf(replacement).Parameters.Length;
        if (type is null || !Array.Exists(
            type.Methods,
            m => m.Name == names[1]
                && _system.SignatureOf(m).Parameters.Length + (m.IsStatic ? 0 : 1) == count
                && m.Arity + type.Arity == replacement.Arity))
        {
            _misfits.Add($"{replacement} for {names[0]}::{names[1]}");
        }
    }

    private TypeDef? FindType(Module module, string fullName)
    {
        var parts = fullName.Split('+');
        var dot = parts[0].LastIndexOf('.');
        var type = _system.Names.Find(module, dot < 0 ? "" : parts[0][..dot], parts[0][(dot + 1)..]);
        foreach (var nested in parts.Skip(1))
        {
            type = type is null ? null : Array.Find(module.Types, t => t?.Declaring == type && t.Name == nested);
        }

        return type;
    }

    private IlMethod? Find(IlMethod method)
    {
        if (method.Definition.Synthetic != SyntheticKind.None
            || !_replacements.TryGetValue(method.Key, out var candidates))
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            IlType[] arguments = [.. method.Owner.Arguments, .. method.Arguments];
            if (candidate.Arity != arguments.Length)
            {
                continue;
            }

            var replacement = _system.Method(candidate, _system.SelfType(candidate.Owner), arguments);
            if (Fits(method, replacement))
            {
                return replacement;
            }
        }

        return null;
    }

    private bool Fits(IlMethod method, IlMethod replacement)
    {
        if (method.ParameterCount != replacement.ParameterCount
            || !Fits(method.Signature.ReturnType, replacement.Signature.ReturnType))
        {
            return false;
        }

        for (var i = 0; i < method.ParameterCount; i++)
        {
            if (!Fits(method.ParameterType(i), replacement.ParameterType(i)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Fits(IlType declared, IlType written) => declared == written
        || (written == _system.Object && declared.IsReference)
        || (IsAddress(declared) && IsAddress(written))
        || (declared.IsEnum && _system.Underlying(declared) == written)
        || (written.IsEnum && _system.Underlying(written) == declared);

    private static bool IsAddress(IlType type) => type.Kind is TypeKind.ByRef or TypeKind.Pointer
        || type.Primitive is Primitive.IntPtr or Primitive.UIntPtr;
}
