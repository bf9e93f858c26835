using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Drops parameters that a method does not use and results that no caller uses, of methods that are only called by
/// name.
/// </summary>
/// <remarks>Runs over lowered code, in which every call is an instruction and every other use a symbol.</remarks>
internal sealed class DeadParameters
{
    private const int MaxRounds = 4;

    private readonly Dictionary<IlMethod, Body> _bodies;
    private readonly HashSet<IlMethod> _fixed = [];

    private DeadParameters(IEnumerable<Body> bodies) => _bodies = bodies.ToDictionary(b => b.Method);

    public static void Remove(
        ProgramModel program, DispatchTable dispatch, IReadOnlyCollection<Body> bodies, IEnumerable<IlMethod> roots)
    {
        var removal = new DeadParameters(bodies);
        removal._fixed.UnionWith(roots);
        removal._fixed.UnionWith(program.Snapshot.Functions());
        foreach (var body in bodies)
        {
            removal.FindFixed(dispatch, body);
        }

        for (var round = 0; round < MaxRounds && removal.RemoveOnce(); round++)
        {
        }
    }

    /// <summary>What is called through the table has the signature that such calls expect.</summary>
    private void FindFixed(DispatchTable dispatch, Body body)
    {
        if (body.Method.Definition.Synthetic == SyntheticKind.MulticastInvoke)
        {
            _fixed.Add(body.Method);
        }

        foreach (var operand in OperandsOf(body))
        {
            if (operand.Kind != OperandKind.Symbol)
            {
                continue;
            }

            if (operand.Symbol is Symbol.TableIndex index)
            {
                _fixed.Add(index.Method);
            }
            else if (operand.Symbol is Symbol.SelectorOffset selector)
            {
                _fixed.UnionWith(dispatch.RowOf(selector.Slot).Values);
            }
        }
    }

    private bool RemoveOnce()
    {
        var live = LiveParameters();
        var resultUsers = MethodsWithUsedResult();
        var changed = new HashSet<IlMethod>();
        var kept = new Dictionary<IlMethod, bool[]>();
        foreach (var (method, body) in _bodies)
        {
            if (_fixed.Contains(method))
            {
                continue;
            }

            bool[] keeps = [.. body.Parameters.Select(live.Contains)];
            var dropsResult = body.Type.Result != IrType.Void && !resultUsers.Contains(method);
            if (dropsResult || keeps.Contains(false))
            {
                kept[method] = keeps;
                Change(body, keeps, dropsResult);
            }
        }

        foreach (var body in _bodies.Values)
        {
            foreach (var call in body.AllInstructions().Where(i => i.Operation == Operation.Call))
            {
                if (kept.TryGetValue(call.Method!, out var keeps))
                {
                    call.Operands = [.. call.Operands.Where((_, i) => keeps[i])];
                    call.Result = _bodies[call.Method!].Type.Result == IrType.Void ? null : call.Result;
                    changed.Add(body.Method);
                }
            }
        }

        foreach (var method in changed.Union(kept.Keys))
        {
            DeadCode.Remove(_bodies[method]);
        }

        return kept.Count > 0;
    }

    private static void Change(Body body, bool[] keeps, bool dropsResult)
    {
        Register[] parameters = [.. body.Parameters.Where((_, i) => keeps[i])];
        body.Parameters.Clear();
        body.Parameters.AddRange(parameters);
        if (dropsResult)
        {
            foreach (var block in body.Blocks.Where(b => b.Terminator == TerminatorKind.Return))
            {
                block.Value = default;
            }
        }

        body.Type = FunctionType.Of(parameters.Select(p => p.Type), dropsResult ? IrType.Void : body.Type.Result);
    }

    /// <summary>Parameters that something uses; handing one on to a parameter that nothing uses is no use.</summary>
    private HashSet<Register> LiveParameters()
    {
        var live = new HashSet<Register>();
        var handedOn = new List<(Register From, Register To)>();
        foreach (var body in _bodies.Values)
        {
            live.UnionWith(body.Blocks.Where(b => b.Value.IsRegister).Select(b => b.Value.Register));
            foreach (var instruction in body.AllInstructions())
            {
                var callee = instruction.Operation == Operation.Call && !_fixed.Contains(instruction.Method!)
                    ? _bodies.GetValueOrDefault(instruction.Method!) : null;
                for (var i = 0; i < instruction.Operands.Length; i++)
                {
                    if (instruction.Operands[i] is not { IsRegister: true, Register: var register })
                    {
                        continue;
                    }

                    if (callee is null)
                    {
                        live.Add(register);
                    }
                    else
                    {
                        handedOn.Add((register, callee.Parameters[i]));
                    }
                }
            }
        }

        while (handedOn.RemoveAll(h => live.Contains(h.To) && (live.Add(h.From) || true)) > 0)
        {
        }

        return live;
    }

    private HashSet<IlMethod> MethodsWithUsedResult()
    {
        var used = new HashSet<IlMethod>();
        foreach (var body in _bodies.Values)
        {
            var read = OperandsOf(body).Where(o => o.IsRegister).Select(o => o.Register).ToHashSet();
            used.UnionWith(body.AllInstructions()
                .Where(i => i.Operation == Operation.Call && i.Result is { } result && read.Contains(result))
                .Select(i => i.Method!));
        }

        return used;
    }

    private static IEnumerable<Operand> OperandsOf(Body body) =>
        body.AllInstructions().SelectMany(i => i.Operands).Concat(body.Blocks.Select(b => b.Value));
}
