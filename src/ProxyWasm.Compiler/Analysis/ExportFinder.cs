using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Analysis;

/// <summary>Finds the methods that the host may call.</summary>
internal sealed class ExportFinder
{
    private readonly ProgramModel _program;
    private readonly CompilerOptions _options;

    public ExportFinder(ProgramModel program, CompilerOptions options)
    {
        _program = program;
        _options = options;
    }

    public List<(string Name, IlMethod Method)> Find(Module module)
    {
        var result = new List<(string, IlMethod)>();
        foreach (var method in module.Methods.Skip(1))
        {
            var name = CustomAttributes.NamedString(method, "UnmanagedCallersOnlyAttribute", "EntryPoint");
            if (name is not null)
            {
                Add(result, name, method);
            }
        }

        foreach (var export in _options.Exports)
        {
            Add(result, export, FindByName(module, export));
        }

        if (result.Count == 0)
        {
            throw new CompilationException(
                $"'{module.Name}' exports nothing. "
                    + "Put [UnmanagedCallersOnly(EntryPoint = \"name\")] on a static method.");
        }

        return result;
    }

    private void Add(List<(string, IlMethod)> result, string name, MethodDef definition)
    {
        if (!definition.IsStatic || definition.Arity > 0 || definition.Owner.Arity > 0)
        {
            throw new CompilationException($"{definition} is exported, so it must be static and not generic.");
        }

        var method = _program.System.Method(definition, _program.System.SelfType(definition.Owner));
        var types = method.Signature.Parameters.Append(method.Signature.ReturnType);
        if (types.FirstOrDefault(t => !IsBlittable(t)) is { } wrong)
        {
            throw new CompilationException(
                $"{method} is exported, but {wrong} cannot cross to the host; use numbers and pointers.");
        }

        result.Add((name, _program.System.SyntheticMethod(
            SyntheticKind.Export, method, method.Signature, receiver: null)));
    }

    private bool IsBlittable(IlType type) => type.IsVoid
        || (type.IsValueType && _program.Layouts.ScalarKind(type) is not null);

    private static MethodDef FindByName(Module module, string name)
    {
        var parts = name.Split("::");
        return Array.Find(
            module.Methods, m =>
                m is not null && parts.Length == 2 && m.Owner.FullName == parts[0] && m.Name == parts[1])
            ?? throw new CompilationException($"'{module.Name}' has no method {name}.");
    }
}
