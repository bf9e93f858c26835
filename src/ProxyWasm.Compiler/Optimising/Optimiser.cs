using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Runs the passes over all bodies, callees before callers.</summary>
internal sealed class Optimiser
{
    /// <summary>Inlining uncovers addresses that promotion can use, which uncovers constants, and so on.</summary>
    private const int MaxRounds = 4;

    /// <summary>What is known decides branches, and then more is known about what is left.</summary>
    private const int MaxRefinements = 3;

    private readonly ProgramModel _program;
    private readonly DispatchTable _dispatch;

    public Optimiser(ProgramModel program, DispatchTable dispatch)
    {
        _program = program;
        _dispatch = dispatch;
    }

    public void Run(IReadOnlyList<Body> bodies)
    {
        foreach (var body in bodies)
        {
            Devirtualise(body);
            if (body.OptimisedAs is null)
            {
                Clean(body);
            }
        }

        // What has not changed, and calls nothing that has, would stay as it is.
        var changed = new HashSet<Body>();
        foreach (var body in CalleesFirst(bodies))
        {
            var before = BodyFingerprint.Of(body);
            if (body.OptimisedAs == before && !Callees(body).Exists(c => changed.Contains(_program.Bodies.Get(c))))
            {
                continue;
            }

            Optimise(body);
            var after = BodyFingerprint.Of(body);
            body.OptimisedAs = before == after ? after : null;
            if (before != after && (body.NeverReturns || Inliner.MayInline(body)))
            {
                changed.Add(body);
            }
        }
    }

    private void Optimise(Body body)
    {
        CutAfterThrowing(body);
        for (var round = 0; round < MaxRounds; round++)
        {
            var changed = Inliner.Run(_program, body);
            Clean(body);
            changed |= SlotPromotion.Run(body, _program.Layouts);
            Clean(body);
            if (!changed)
            {
                break;
            }
        }

        Refine(body);
        body.InlineSize = null;
        body.NeverReturns = !body.Blocks.Exists(b => b.Terminator == TerminatorKind.Return);
        body.CompactRegisters();
    }

    private void Refine(Body body)
    {
        for (var round = 0; round < MaxRefinements; round++)
        {
            DeadStores.Remove(body);
            FlowFacts.Run(_program, body);
            Clean(body);
            if (!JumpThreading.Run(body))
            {
                break;
            }

            Clean(body);
        }
    }

    public static void Clean(Body body)
    {
        BlockMerging.Run(body);
        Simplifier.Run(body);
        DeadCode.Remove(body);
    }

    /// <summary>Nothing follows a call that never returns.</summary>
    private void CutAfterThrowing(Body body)
    {
        foreach (var block in body.Blocks)
        {
            var last = block.Instructions.FindIndex(i => i.Operation == Operation.Call
                && !Imports.IsImport(i.Method!) && _program.Bodies.Get(i.Method!).NeverReturns);
            if (last >= 0)
            {
                block.Instructions.RemoveRange(last + 1, block.Instructions.Count - last - 1);
                block.End(TerminatorKind.Unreachable);
            }
        }

        DeadCode.Remove(body);
    }

    private void Devirtualise(Body body)
    {
        foreach (var instruction in body.AllInstructions())
        {
            if (instruction.Operation == Operation.CallVirtual && OnlyTarget(instruction) is { } target)
            {
                instruction.Operation = Operation.Call;
                instruction.Method = target;
            }
        }
    }

    private IlMethod? OnlyTarget(Instruction call) => _dispatch.SingleTarget(call.Method!)
        ?? (KnownObjects.TypeOf(_program, call.Operands[call.Offset]) is { } type
            ? Dispatch.Implementation(_program, type, call.Method!) : null);

    private List<Body> CalleesFirst(IReadOnlyList<Body> bodies)
    {
        var order = new List<Body>(bodies.Count);
        var seen = new HashSet<Body>();
        foreach (var root in bodies)
        {
            var path = new Stack<(Body Body, IEnumerator<IlMethod> Callees)>();
            Enter(root);
            while (path.TryPeek(out var frame))
            {
                if (frame.Callees.MoveNext())
                {
                    Enter(_program.Bodies.Get(frame.Callees.Current));
                }
                else
                {
                    order.Add(path.Pop().Body);
                }
            }

            void Enter(Body body)
            {
                if (seen.Add(body))
                {
                    path.Push((body, Callees(body).GetEnumerator()));
                }
            }
        }

        return order;
    }

    private static List<IlMethod> Callees(Body body) => [.. body.AllInstructions()
        .Where(i => i.Operation == Operation.Call && !Imports.IsImport(i.Method!)).Select(i => i.Method!)];
}
