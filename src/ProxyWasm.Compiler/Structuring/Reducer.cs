using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Structuring;

/// <summary>Makes every loop enterable at one block only, as structured code needs it.</summary>
/// <remarks>
/// A strongly connected part with several entries gets a switch block in front: every jump to one of the entries sets a
/// selector and goes to the switch. Then the same is done for what is left inside when the single entry is removed.
/// State machines of iterators and async methods need this for every yield or await inside of a loop.
/// </remarks>
internal sealed class Reducer
{
    private readonly ProgramModel _program;
    private readonly Body _body;
    private readonly HashSet<Block> _all;
    private Dictionary<Block, List<Block>>? _predecessors;
    private Register? _selector;

    private Reducer(ProgramModel program, Body body)
    {
        _program = program;
        _body = body;
        _all = [.. Successors.Reachable(program, body)];
    }

    public static void Run(ProgramModel program, Body body)
    {
        var reducer = new Reducer(program, body);
        var work = new Stack<(List<Block> Part, Block? Header)>();
        work.Push(([.. reducer._all], null));
        while (work.TryPop(out var item))
        {
            foreach (var component in StrongComponents.Find(item.Part, b => Successors.Of(program, b), item.Header))
            {
                if (component.Count > 1 && reducer.Reduce(component) is { } inner)
                {
                    work.Push(inner);
                }
            }
        }
    }

    private (List<Block> Part, Block? Header)? Reduce(List<Block> component)
    {
        var inside = component.ToHashSet();
        var entries = new List<Block>();
        foreach (var block in component)
        {
            if (block == _body.Entry || PredecessorsOf(block).Exists(p => !inside.Contains(p)))
            {
                entries.Add(block);
            }
        }

        if (entries.Count <= 1)
        {
            return entries.Count == 0 ? null : (component, entries[0]);
        }

        var dispatch = AddSwitch(entries);
        var part = new List<Block>(component) { dispatch };
        foreach (var block in _all.ToArray())
        {
            if (block != dispatch)
            {
                Redirect(block, entries, dispatch, inside.Contains(block) ? part : null);
            }
        }

        _predecessors = null;
        return (part, dispatch);
    }

    private List<Block> PredecessorsOf(Block block)
    {
        if (_predecessors is null)
        {
            _predecessors = _all.ToDictionary(b => b, _ => new List<Block>());
            foreach (var from in _all)
            {
                foreach (var to in Successors.Of(_program, from))
                {
                    _predecessors[to].Add(from);
                }
            }
        }

        return _predecessors[block];
    }

    private Block AddSwitch(List<Block> entries)
    {
        _selector ??= _body.NewVariable(IrType.I32);
        var dispatch = _body.NewBlock();
        dispatch.Terminator = TerminatorKind.Switch;
        dispatch.Value = Operand.Of(_selector);
        dispatch.Targets = [.. entries];
        _all.Add(dispatch);
        return dispatch;
    }

    private void Redirect(Block from, List<Block> entries, Block dispatch, List<Block>? part)
    {
        for (var number = 0; number < entries.Count; number++)
        {
            var entry = entries[number];
            if (!Successors.Of(_program, from).Contains(entry))
            {
                continue;
            }

            var set = _body.NewBlock();
            set.Instructions.Add(new Instruction
            {
                Operation = Operation.Move, Result = _selector, Operands = [Operand.Int(number)],
            });
            set.Jump(dispatch);
            _all.Add(set);
            part?.Add(set);
            Replace(from, entry, set);
        }
    }

    private static void Replace(Block block, Block old, Block replacement)
    {
        block.Targets = [.. block.Targets.Select(t => t == old ? replacement : t)];
        if (block.Handler == old)
        {
            block.Handler = replacement;
        }

        foreach (var instruction in block.Instructions)
        {
            if (instruction.FaultTarget == old)
            {
                instruction.FaultTarget = replacement;
            }
        }
    }
}
