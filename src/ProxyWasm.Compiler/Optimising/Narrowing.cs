using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;
using ProxyWasm.Compiler.Lowering;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Optimises a program, leaves out what it no longer needs, and optimises what is left again.</summary>
/// <remarks>
/// The first analysis has to believe every branch. After optimisation fewer classes are created and fewer exceptions
/// can arise, so that virtual calls have fewer targets and handlers disappear, which uncovers more of the same.
/// </remarks>
internal sealed class Narrowing
{
    private const int MaxRounds = 3;

    private readonly ProgramModel _program;
    private readonly IReadOnlyCollection<IlMethod> _roots;

    public Narrowing(ProgramModel program, IReadOnlyCollection<IlMethod> roots, IEnumerable<IlType> constructed)
    {
        _program = program;
        _roots = roots;
        Dispatch = new DispatchTable(program, constructed);
    }

    /// <summary>The targets of virtual calls as far as they are known by now.</summary>
    public DispatchTable Dispatch { get; private set; }

    /// <summary>The bodies of the methods that are left.</summary>
    public Body[] Run(Body[] bodies)
    {
        var before = 0;
        for (var round = 0; round < MaxRounds && bodies.Length != before; round++)
        {
            before = bodies.Length;
            new Optimiser(_program, Dispatch).Run(bodies);
            ExceptionFlow.FindNoThrow(_program, bodies);
            ExceptionFlow.RemoveIdleHandlers(_program, bodies);
            ConstantStatics.Fold(_program, bodies);
            DeadStatics.Remove(_program, bodies);
            ImpossibleCasts.Fold(_program, Dispatch, bodies);
            ParameterValues.Prune(_program, Dispatch, bodies, _roots);
            foreach (var body in bodies.Where(b => b.OptimisedAs is not { } known || known != BodyFingerprint.Of(b)))
            {
                Optimiser.Clean(body);
            }

            SafeInitialisers.Simplify(bodies);
            bodies = Reached();
        }

        new Optimiser(_program, Dispatch).Run(bodies);
        foreach (var body in bodies)
        {
            CopyCoalescing.Run(body);
        }

        return bodies;
    }

    private Body[] Reached()
    {
        var reachability = Reachability.From(_program, _roots);
        Dispatch = new DispatchTable(_program, reachability.Constructed);
        return reachability.Bodies();
    }
}
