using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Substitution;

namespace ProxyWasm.Compiler.Diagnostics;

/// <summary>Finds where the program's own code calls what cannot run.</summary>
/// <remarks>
/// A call is an error when it can only end in a member that cannot run, however deep in the base library that is.
/// Members that the base library would call in some cases only are no errors: they raise
/// <see cref="NotSupportedException"/> when it does.
/// </remarks>
internal sealed class UnsupportedReport
{
    private readonly ProgramModel _program;
    private readonly Reachability _reachability;
    private readonly CertainFailures _failures;
    private readonly HashSet<(MethodDef Caller, int IlOffset)> _places = [];
    private readonly HashSet<IlMethod> _reported = [];

    public UnsupportedReport(ProgramModel program, Reachability reachability)
    {
        _program = program;
        _reachability = reachability;
        _failures = new CertainFailures(program, reachability);
    }

    public IReadOnlyList<CompilerDiagnostic> Create()
    {
        IEnumerable<CompilerDiagnostic> errors = [.. FailingCalls(), .. RefusedCalls()];
        return
        [
            .. errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line).ThenBy(e => e.Column),
            .. _program.Bodies.Unsupported.Where(u => _reachability.IsReached(u.Key) && !_reported.Contains(u.Key))
                .Select(u => Note(u.Key, u.Value)),
        ];
    }

    private List<CompilerDiagnostic> FailingCalls()
    {
        var errors = new List<CompilerDiagnostic>();
        foreach (var caller in _reachability.Methods.Where(m => IsUsers(m) && !Imports.IsImport(m)))
        {
            foreach (var instruction in _program.Bodies.Get(caller).AllInstructions())
            {
                if (_failures.CalledBy(instruction) is { } called
                    && _places.Add((caller.Definition, instruction.IlOffset)))
                {
                    var chain = _failures.ChainFrom(called).Reverse().ToArray();
                    _reported.Add(chain[0]);
                    errors.Add(Error(caller, instruction.IlOffset, chain, _failures.ReasonOf(called)));
                }
            }
        }

        return errors;
    }

    private List<CompilerDiagnostic> RefusedCalls()
    {
        var errors = new List<CompilerDiagnostic>();
        foreach (var call in _program.UserCalls.Where(c => IsUsers(c.Caller) && _reachability.IsReached(c.Caller)))
        {
            if (UnsupportedCalls.Reason(call.Member) is { } reason
                && _places.Add((call.Caller.Definition, call.IlOffset)))
            {
                errors.Add(Error(call.Caller, call.IlOffset, [call.Member], reason));
            }
        }

        return errors;
    }

    /// <param name="caller">Method of the program.</param>
    /// <param name="ilOffset">Place of the call in it.</param>
    /// <param name="chain">From the member that cannot run to what the program calls.</param>
    /// <param name="reason">Why it cannot run, and what to use instead.</param>
    private CompilerDiagnostic Error(IlMethod caller, int ilOffset, IlMethod[] chain, string reason)
    {
        (IlMethod Method, int IlOffset)[] users = [(caller, ilOffset), .. _reachability.PathTo(caller)];

        // A library may have come without debug information; then the place where it is called has to do.
        var place = users.Where(u => IsUsers(u.Method)).Select(u => SourcePositions.Find(u.Method, u.IlOffset))
            .FirstOrDefault(p => p is not null);
        return new CompilerDiagnostic(
            chain[0].ToString(), reason, [.. chain.Skip(1).Concat(users.Select(u => u.Method)).Select(Name)],
            place?.File, place?.Line ?? 0, place?.Column ?? 0)
        {
            IsError = true,
        };
    }

    private CompilerDiagnostic Note(IlMethod member, string reason) => new(
        member.ToString(), reason, [.. _reachability.PathTo(member).Select(p => Name(p.Method))], null, 0, 0)
    {
        IsError = false,
    };

    private static string Name(IlMethod method) => method.ToString();

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
