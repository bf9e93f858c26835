namespace ProxyWasm.Compiler.Loading;

/// <summary>Interns types, methods and fields, so that equality is identity everywhere else.</summary>
internal sealed class TypeSystem
{
    private readonly Dictionary<string, IlType> _constructed = [];
    private readonly Dictionary<TypeDef, IlType> _plain = [];
    private readonly Dictionary<string, IlType> _systemTypes = [];
    private readonly Dictionary<(MethodDef, IlType, string), IlMethod> _methods = [];
    private readonly Dictionary<(SyntheticKind, IlMethod), IlMethod> _syntheticMethods = [];
    private readonly Dictionary<(IlMethod Slot, IlType Receiver), IlMethod> _boundSlots = [];
    private readonly Dictionary<(FieldDef, IlType), IlField> _fields = [];
    private int _nextType = 1;
    private int _nextMethod = 1;

    public TypeSystem(AssemblySet assemblies)
    {
        Assemblies = assemblies;
        Names = new TypeNames(assemblies);
        Decoder = new SignatureDecoder(this);
        Core = assemblies.Require("System.Private.CoreLib");
        Hierarchy = new Hierarchy(this);
        Tokens = new TokenResolver(this);
        Virtuals = new VirtualResolver(this);
    }

    public AssemblySet Assemblies { get; }

    public TypeNames Names { get; }

    public SignatureDecoder Decoder { get; }

    public Module Core { get; }

    public Hierarchy Hierarchy { get; }

    public TokenResolver Tokens { get; }

    public VirtualResolver Virtuals { get; }

    public IlType Object => SystemType("Object");

    public IlType String => SystemType("String");

    public IlType Void => SystemType("Void");

    public IlType Int32 => SystemType("Int32");

    public IlType NativeInt => SystemType("IntPtr");

    /// <summary>A non-generic type of the <c>System</c> namespace of the core library.</summary>
    public IlType SystemType(string name)
    {
        if (!_systemTypes.TryGetValue(name, out var type))
        {
            type = Instantiate(CoreType("System", name), []);
            _systemTypes[name] = type;
        }

        return type;
    }

    public TypeDef CoreType(string typeNamespace, string name) => Names.Find(Core, typeNamespace, name)
        ?? throw new CompilationException($"The base library has no type '{typeNamespace}.{name}'.");

    public IlType Instantiate(TypeDef definition, IlType[] arguments)
    {
        if (arguments.Length == 0)
        {
            if (!_plain.TryGetValue(definition, out var plain))
            {
                plain = new IlType(this, _nextType++, TypeKind.Named) { Definition = definition };
                _plain[definition] = plain;
            }

            return plain;
        }

        var key = $"I{Instantiate(definition, []).Id}:{string.Join(',', arguments.Select(a => a.Id))}";
        return Intern(key, id =>
            new IlType(this, id, TypeKind.Named) { Definition = definition, Arguments = arguments });
    }

    /// <summary>The type as its own members see it: instantiated over its own parameters.</summary>
    public IlType SelfType(TypeDef definition) =>
        Instantiate(definition, [.. Enumerable.Range(0, definition.Arity).Select(TypeParameter)]);

    public IlType ArrayOf(IlType element) =>
        Intern($"A{element.Id}", id => new IlType(this, id, TypeKind.Array) { ElementType = element, Ordinal = 1 });

    public IlType ArrayOf(IlType element, int rank) => Intern(
        $"M{rank}:{element.Id}",
        id => new IlType(this, id, TypeKind.MultiArray) { ElementType = element, Ordinal = rank });

    public IlType PointerTo(IlType element) =>
        Intern($"P{element.Id}", id => new IlType(this, id, TypeKind.Pointer) { ElementType = element });

    public IlType RefTo(IlType element) =>
        Intern($"R{element.Id}", id => new IlType(this, id, TypeKind.ByRef) { ElementType = element });

    public IlType FunctionPointer(IlSignature signature) => Intern(
        "F" + signature.Key, id => new IlType(this, id, TypeKind.FunctionPointer) { FunctionSignature = signature });

    public IlType TypeParameter(int index) =>
        Intern($"v{index}", id => new IlType(this, id, TypeKind.TypeParameter) { Ordinal = index });

    public IlType MethodParameter(int index) =>
        Intern($"m{index}", id => new IlType(this, id, TypeKind.MethodParameter) { Ordinal = index });

    public IlMethod Method(MethodDef definition, IlType owner, params IlType[] arguments)
    {
        var argumentKey = arguments.Length == 0 ? "" : string.Join(',', arguments.Select(a => a.Id));
        var key = (definition, owner, argumentKey);
        if (!_methods.TryGetValue(key, out var method))
        {
            method = new IlMethod(_nextMethod++, definition, owner, arguments)
            {
                Signature = SignatureOf(definition).Substitute(owner.Arguments, arguments),
                ReceiverType = definition.IsStatic ? null : owner.IsValueType ? RefTo(owner) : owner,
            };
            _methods[key] = method;
        }

        return method;
    }

    /// <summary>A method the compiler writes for <paramref name="target"/>.</summary>
    public IlMethod SyntheticMethod(SyntheticKind kind, IlMethod target, IlSignature signature, IlType? receiver)
    {
        if (!_syntheticMethods.TryGetValue((kind, target), out var method))
        {
            var definition = new MethodDef(target.Definition.Owner, $"{target.Name}~{kind}", kind, signature);
            method = new IlMethod(_nextMethod++, definition, target.Owner, target.Arguments)
            {
                Signature = signature,
                ReceiverType = receiver,
                Target = target,
            };
            _syntheticMethods[(kind, target)] = method;
        }

        return method;
    }

    /// <summary>The slot as objects of a class and of its descendants have it.</summary>
    public IlMethod BoundSlot(IlMethod slot, IlType receiver)
    {
        if (!_boundSlots.TryGetValue((slot, receiver), out var method))
        {
            var definition = new MethodDef(
                slot.Definition.Owner, slot.Name, SyntheticKind.BoundSlot, slot.Signature);
            method = new IlMethod(_nextMethod++, definition, receiver, slot.Arguments)
            {
                Signature = slot.Signature,
                ReceiverType = slot.ReceiverType,
                Target = slot,
            };
            _boundSlots[(slot, receiver)] = method;
        }

        return method;
    }

    public IlField Field(FieldDef definition, IlType owner)
    {
        if (!_fields.TryGetValue((definition, owner), out var field))
        {
            field = new IlField(definition, owner, TypeOf(definition).Substitute(owner.Arguments, []));
            _fields[(definition, owner)] = field;
        }

        return field;
    }

    /// <summary>The named field of a type; missing means the base library is not the pinned one.</summary>
    public IlField FieldNamed(IlType owner, string name) => Field(
        Array.Find(owner.Definition!.Fields, f => f.Name == name) ?? throw new CompilationException(
            $"The base library's type '{owner}' has no field '{name}'; the pinned version must be used."),
        owner);

    public IlSignature SignatureOf(MethodDef method) => method.Signature ??= SignatureDecoder.From(
        method.Owner.Module.Metadata.GetMethodDefinition(method.Handle).DecodeSignature(Decoder, method.Owner.Module));

    public IlType TypeOf(FieldDef field) => field.Type ??=
        field.Owner.Module.Metadata.GetFieldDefinition(field.Handle).DecodeSignature(Decoder, field.Owner.Module);

    /// <summary>The integer type beneath an enum, or the type itself.</summary>
    public IlType Underlying(IlType type) =>
        type.IsEnum ? TypeOf(Array.Find(type.Definition!.Fields, f => !f.IsStatic)!) : type;

    private IlType Intern(string key, Func<int, IlType> create)
    {
        if (!_constructed.TryGetValue(key, out var type))
        {
            type = create(_nextType++);
            _constructed[key] = type;
        }

        return type;
    }
}
