using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Diagnostics;

/// <summary>Finds members that cannot run but that the program may call.</summary>
/// <remarks>
/// What only the base library's own code calls is no error: reachability is an approximation, and such paths are
/// taken for cases that do not arise in a module. They raise <see cref="NotSupportedException"/> when they are taken.
/// </remarks>
internal sealed class UnsupportedReport
{
    private readonly ProgramModel _program;
    private readonly Reachability _reachability;

    public UnsupportedReport(ProgramModel program, Reachability reachability)
    {
        _program = program;
        _reachability = reachability;
    }

    public IReadOnlyList<CompilerDiagnostic> Create() =>
    [
        .. _program.Bodies.Unsupported.Where(u => _reachability.IsReached(u.Key))
            .Select(u => Describe(u.Key, u.Value)),
        .. _reachability.Methods.Where(m => !_program.Bodies.Unsupported.ContainsKey(m))
            .Select(m => (Method: m, Reason: NeedsReflection(m))).Where(m => m.Reason is not null)
            .Select(m => Describe(m.Method, m.Reason!)).Where(d => d.IsError),
    ];

    private CompilerDiagnostic Describe(IlMethod method, string reason)
    {
        var path = _reachability.PathTo(method).ToArray();
        var isError = path.Length > 0 && IsUsers(path[0].Method);
        var (file, line) = isError ? SourcePositions.Find(path[0].Method, path[0].IlOffset) : (null, 0);
        return new CompilerDiagnostic(
            method.ToString(), reason, [.. path.Select(p => p.Method.ToString())], file, line)
        {
            IsError = isError,
        };
    }

    /// <summary>What the base library itself says about members that work by reflection.</summary>
    private static string? NeedsReflection(IlMethod method)
    {
        const string Attribute = "RequiresUnreferencedCodeAttribute";

        // Nodes of text, numbers and other nodes need none, and only others would.
        const string Nodes = "System.Text.Json.Nodes.";
        var definition = method.Definition;
        return definition.Owner.Module.IsFramework && CustomAttributes.Has(definition, Attribute)
            && !method.Key.StartsWith(Nodes, StringComparison.Ordinal)
            ? CustomAttributes.FixedStrings(definition, CustomAttributes.Find(definition, Attribute).First())[0]
            : null;
    }

    /// <summary>Generated code for JSON names reflection in functions that nobody calls.</summary>
    private static bool IsUsers(IlMethod method)
    {
        if (method.Definition.Owner.Module.IsFramework)
        {
            return false;
        }

        for (var type = method.Definition.Owner; type is not null; type = type.Declaring)
        {
            if (CustomAttributes.IsGeneratedBy(type, "System.Text.Json.SourceGeneration"))
            {
                return false;
            }
        }

        return true;
    }
}
