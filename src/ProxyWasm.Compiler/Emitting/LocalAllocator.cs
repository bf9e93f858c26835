using System.Collections;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Structuring;

namespace ProxyWasm.Compiler.Emitting;

/// <summary>Assigns registers to WebAssembly locals; registers that are never alive together share one.</summary>
/// <remarks>A linear scan over the blocks in reverse postorder, with intervals widened by block liveness.</remarks>
internal sealed class LocalAllocator
{
    private readonly Body _body;
    private readonly EvaluationOrder _order;
    private readonly FlowGraph _graph;
    private readonly int[] _local;
    private readonly int[] _start;
    private readonly int[] _end;
    private readonly List<IrType> _types = [];

    public LocalAllocator(Body body, EvaluationOrder order, FlowGraph graph)
    {
        _body = body;
        _order = order;
        _graph = graph;
        _local = new int[body.Registers.Count];
        _start = new int[body.Registers.Count];
        _end = new int[body.Registers.Count];
        Array.Fill(_local, -1);
        Array.Fill(_start, int.MaxValue);
        Array.Fill(_end, -1);
        FindIntervals();
        Assign();
    }

    /// <summary>Types of the locals after the parameters.</summary>
    public List<IrType> Types => _types;

    public int LocalOf(Register register) => _local[register.Id];

    /// <summary>A local of its own, for example for the frame pointer.</summary>
    public int AddLocal(IrType type)
    {
        _types.Add(type);
        return _body.Parameters.Count + _types.Count - 1;
    }

    private void FindIntervals()
    {
        var liveIn = Liveness();
        var position = 1;
        foreach (var node in _graph.InReverseOrder)
        {
            var first = position;
            foreach (var instruction in node.Block.Instructions)
            {
                foreach (var operand in instruction.Operands)
                {
                    Touch(operand, position);
                }

                position++;
                if (instruction.Result is { } result && !_order.IsNested(instruction))
                {
                    Extend(result.Id, position);
                }

                position++;
            }

            Touch(node.Block.Value, position);
            WidenBlock(node, liveIn, first, position);
            position += 2;
        }

        foreach (var parameter in _body.Parameters)
        {
            Extend(parameter.Id, 0);
        }
    }

    private void WidenBlock(FlowNode node, Dictionary<FlowNode, BitArray> liveIn, int first, int last)
    {
        foreach (var id in Members(liveIn[node]))
        {
            Extend(id, first);
        }

        foreach (var successor in node.Successors)
        {
            foreach (var id in Members(liveIn[successor]))
            {
                Extend(id, last);
                if (successor.Block == node.Block.Handler)
                {
                    Extend(id, first);
                }
            }
        }
    }

    private static IEnumerable<int> Members(BitArray set)
    {
        for (var i = 0; i < set.Length; i++)
        {
            if (set[i])
            {
                yield return i;
            }
        }
    }

    private void Touch(Operand operand, int position)
    {
        if (operand.IsRegister)
        {
            Extend(operand.Register.Id, position);
        }
    }

    private void Extend(int id, int position)
    {
        _start[id] = Math.Min(_start[id], position);
        _end[id] = Math.Max(_end[id], position);
    }

    private Dictionary<FlowNode, BitArray> Liveness()
    {
        var uses = new Dictionary<FlowNode, (BitArray Use, BitArray Define)>();
        var liveIn = new Dictionary<FlowNode, BitArray>();
        foreach (var node in _graph.InReverseOrder)
        {
            uses[node] = Summarise(node.Block);
            liveIn[node] = new BitArray(_body.Registers.Count);
        }

        var changed = true;
        var live = new BitArray(_body.Registers.Count);
        while (changed)
        {
            changed = false;
            for (var i = _graph.InReverseOrder.Count - 1; i >= 0; i--)
            {
                var node = _graph.InReverseOrder[i];
                Transfer(node, uses[node], liveIn, live);
                if (!Same(live, liveIn[node]))
                {
                    liveIn[node].SetAll(false);
                    liveIn[node].Or(live);
                    changed = true;
                }
            }
        }

        return liveIn;
    }

    private static void Transfer(
        FlowNode node, (BitArray Use, BitArray Define) summary, Dictionary<FlowNode, BitArray> liveIn, BitArray live)
    {
        live.SetAll(false);
        foreach (var successor in node.Successors)
        {
            live.Or(liveIn[successor]);
        }

        live.And(new BitArray(summary.Define).Not());
        live.Or(summary.Use);
        foreach (var successor in node.Successors)
        {
            // An exception can leave before the block assigns anything.
            if (successor.Block == node.Block.Handler)
            {
                live.Or(liveIn[successor]);
            }
        }
    }

    private static bool Same(BitArray a, BitArray b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return false;
            }
        }

        return true;
    }

    private (BitArray Use, BitArray Define) Summarise(Block block)
    {
        var use = new BitArray(_body.Registers.Count);
        var define = new BitArray(_body.Registers.Count);
        foreach (var instruction in block.Instructions)
        {
            foreach (var operand in instruction.Operands)
            {
                Note(operand);
            }

            if (instruction.Result is { } result)
            {
                define[result.Id] = true;
            }
        }

        Note(block.Value);
        return (use, define);

        void Note(Operand operand)
        {
            if (operand.IsRegister && !define[operand.Register.Id])
            {
                use[operand.Register.Id] = true;
            }
        }
    }

    private void Assign()
    {
        var free = new List<(int Local, IrType Type, int Until)>();
        for (var i = 0; i < _body.Parameters.Count; i++)
        {
            var parameter = _body.Parameters[i];
            _local[parameter.Id] = i;
            free.Add((i, parameter.Type, _end[parameter.Id]));
        }

        var order = _body.Registers.Where(r => _end[r.Id] >= 0 && _local[r.Id] < 0 && !IsOnStack(r))
            .OrderBy(r => _start[r.Id]).ThenBy(r => r.Id);
        foreach (var register in order)
        {
            var found = free.FindIndex(f => f.Type == register.Type && f.Until < _start[register.Id]);
            var local = found >= 0 ? free[found].Local : AddLocal(register.Type);
            _local[register.Id] = local;
            if (found >= 0)
            {
                free.RemoveAt(found);
            }

            free.Add((local, register.Type, _end[register.Id]));
        }
    }

    private bool IsOnStack(Register register) => _nestedResults.Contains(register);

    private HashSet<Register> _nestedResults => field ??= [.. _graph.InReverseOrder
        .SelectMany(n => n.Block.Instructions).Where(_order.IsNested).Select(i => i.Result!)];
}
