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

    public IReadOnlyList<CompilerDiagnostic> Create()
    {
        var result = new List<CompilerDiagnostic>();
        foreach (var (method, reason) in _program.Bodies.Unsupported)
        {
            if (!_reachability.IsReached(method))
            {
                continue;
            }

            var path = _reachability.PathTo(method).ToArray();
            var isError = path.Length > 0 && IsUsers(path[0].Method);
            var (file, line) = isError ? SourcePositions.Find(path[0].Method, path[0].IlOffset) : (null, 0);
            result.Add(new CompilerDiagnostic(
                method.ToString(), reason, [.. path.Select(p => p.Method.ToString())], file, line)
            {
                IsError = isError,
            });
        }

        return result;
    }

    private static bool IsUsers(IlMethod method) => !method.Definition.Owner.Module.IsFramework;
}
