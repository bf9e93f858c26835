using ProxyWasm.Compiler.Importing;
using ProxyWasm.Compiler.Importing.Intrinsics;
using ProxyWasm.Compiler.Layouts;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Snapshots;
using ProxyWasm.Compiler.Substitution;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>The program being compiled, and the questions every pass asks about it.</summary>
internal sealed class ProgramModel
{
    private const string RuntimeAssembly = "ProxyWasm.Compiler.Runtime";

    private readonly Module _runtime;
    private readonly Dictionary<(string, string), IlMethod> _runtimeMethods = [];
    private DelegateFields? _delegateFields;

    public ProgramModel(AssemblySet assemblies)
    {
        System = new TypeSystem(assemblies);
        Layouts = new LayoutBuilder(System);
        Conventions = new CallingConvention(Layouts);
        _runtime = assemblies.Require(RuntimeAssembly);
        Substitutions = new SubstitutionTable(System, _runtime);
        Folding = new Folding(this);
        Intrinsics = new IntrinsicTable();
        Bodies = new BodyCache(this);
    }

    public TypeSystem System { get; }

    public LayoutBuilder Layouts { get; }

    public CallingConvention Conventions { get; }

    public SubstitutionTable Substitutions { get; }

    public Folding Folding { get; }

    public IntrinsicTable Intrinsics { get; }

    public BodyCache Bodies { get; }

    /// <summary>What static constructors have left that ran at build time.</summary>
    public Snapshot Snapshot { get; set; } = Snapshot.Empty;

    /// <summary>What the program's own code calls of the base library, as far as bodies have been made.</summary>
    public List<UserCall> UserCalls { get; } = [];

    /// <summary>Classes of which some code reads what type an object really has.</summary>
    public HashSet<IlType> TypedClasses { get; } = [];

    public DelegateFields DelegateFields => _delegateFields ??= new DelegateFields(
        Layouts.OffsetOf(System.FieldNamed(System.SystemType("Delegate"), "_target")),
        Layouts.OffsetOf(System.FieldNamed(System.SystemType("Delegate"), "method_ptr")),
        Layouts.OffsetOf(System.FieldNamed(System.SystemType("MulticastDelegate"), "delegates")));

    /// <summary>The method that runs instead of this one; itself when it is not replaced.</summary>
    public IlMethod Substituted(IlMethod method) => Substitutions.Apply(method);

    /// <summary>What a virtual call to the slot runs on an object of exactly this type.</summary>
    public IlMethod? Implementation(IlType type, IlMethod slot)
    {
        var found = System.Virtuals.Resolve(type, slot);
        if (found is null || !type.IsValueType || found.Owner.Definition!.FullName != "System.ValueType")
        {
            return found;
        }

        return found.Name switch
        {
            "Equals" => ValueMethod(SyntheticKind.ValueEquals, found, type),
            "GetHashCode" => ValueMethod(SyntheticKind.ValueHash, found, type),
            _ => found,
        };
    }

    public bool NeedsStaticConstructor(IlType type) =>
        type.Definition?.StaticConstructor is { } constructor
        && !Substitutions.IsDropped(System.Method(constructor, type));

    /// <summary>
    /// The type whose static constructor runs the module initialisers of an export's assembly; null if it has none.
    /// </summary>
    public IlType? ModuleInitialiser(IlMethod export)
    {
        var type = Array.Find(export.Definition.Owner.Module.Types, t => t?.FullName == "<Module>");
        return type is { StaticConstructor: not null } ? System.SelfType(type) : null;
    }

    public IlMethod StaticConstructor(IlType type) => System.Method(type.Definition!.StaticConstructor!, type);

    /// <summary>The form of a value type's method that takes a boxed receiver.</summary>
    public IlMethod Unboxing(IlMethod target) => target.Owner.IsValueType && !target.IsStatic
        ? System.SyntheticMethod(SyntheticKind.Unboxing, target, target.Signature, System.Object)
        : target;

    /// <summary>The form of a method that a delegate's function index refers to: the target comes first.</summary>
    public IlMethod DelegateTarget(IlType delegateType, IlMethod method)
    {
        if (!method.IsStatic)
        {
            return Unboxing(method);
        }

        var invoke = DelegateInvoke(delegateType);
        return method.Signature.Parameters.Length > invoke.Signature.Parameters.Length
            ? method
            : System.SyntheticMethod(
                SyntheticKind.StaticDelegateTarget, method, method.Signature with { IsInstance = true }, System.Object);
    }

    public IlMethod DelegateInvoke(IlType delegateType) => System.Method(
        Array.Find(delegateType.Definition!.Methods, m => m.Name == "Invoke")!, delegateType);

    public IlMethod MulticastInvoke(IlType delegateType)
    {
        var invoke = DelegateInvoke(delegateType);
        return System.SyntheticMethod(SyntheticKind.MulticastInvoke, invoke, invoke.Signature, delegateType);
    }

    /// <summary>A method of the runtime library, found by name, which must be unique.</summary>
    public IlMethod RuntimeMethod(string type, string name, params IlType[] arguments)
    {
        if (arguments.Length == 0 && _runtimeMethods.TryGetValue((type, name), out var known))
        {
            return known;
        }

        var owner = System.Instantiate(RuntimeType(type), []);
        var definition = Array.Find(owner.Definition!.Methods, m => m.Name == name)
            ?? throw new CompilationException($"The runtime library has no method {type}.{name}.");
        var method = System.Method(definition, owner, arguments);
        if (arguments.Length == 0)
        {
            _runtimeMethods[(type, name)] = method;
        }

        return method;
    }

    /// <summary>Whether a method is of the runtime library, which finished code may call in any way.</summary>
    public bool IsRuntimeMethod(IlMethod method) => method.Definition.Owner.Module == _runtime;

    public TypeDef RuntimeType(string name) => System.Names.Find(_runtime, RuntimeAssembly, name)
        ?? throw new CompilationException($"The runtime library has no type {name}.");

    private IlMethod ValueMethod(SyntheticKind kind, IlMethod declared, IlType type)
    {
        // One method per value type: its own constructorless identity is the type's method slot plus the type.
        var carrier = System.Method(declared.Definition, type);
        return System.SyntheticMethod(kind, carrier, declared.Signature, System.RefTo(type));
    }
}
