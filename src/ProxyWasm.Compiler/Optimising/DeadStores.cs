using System.Collections;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>Removes assignments of variables that no way from there uses before the next assignment.</summary>
internal sealed class DeadStores
{
    private readonly Dictionary<Register, int> _numbers = [];
    private readonly Dictionary<Block, BitArray> _liveIn = [];
    private readonly List<Block> _order;

    private DeadStores(Body body)
    {
        foreach (var register in body.Registers.Where(r => r.IsVariable))
        {
            _numbers[register] = _numbers.Count;
        }

        _order = BlockOrder.ReversePostorder(body);
        foreach (var block in _order)
        {
            _liveIn[block] = new BitArray(_numbers.Count);
        }
    }

    public static void Remove(Body body)
    {
        var stores = new DeadStores(body);
        if (stores._numbers.Count == 0)
        {
            return;
        }

        stores.Analyse();
        foreach (var block in stores._order)
        {
            stores.Walk(block, removes: true);
        }
    }

    private void Analyse()
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var i = _order.Count - 1; i >= 0; i--)
            {
                var live = Walk(_order[i], removes: false);
                // Once alive at a place, a variable stays so during the search.
                if (!live.Xor(_liveIn[_order[i]]).HasAnySet())
                {
                    continue;
                }

                _liveIn[_order[i]].Xor(live);
                changed = true;
            }
        }
    }

    /// <summary>Goes through the block from its end.</summary>
    /// <returns>What is alive at its start.</returns>
    private BitArray Walk(Block block, bool removes)
    {
        var live = new BitArray(_numbers.Count);
        foreach (var target in block.Targets)
        {
            live.Or(_liveIn[target]);
        }

        var atHandler = block.Handler is { } handler ? _liveIn[handler] : null;
        Use(live, block.Value);
        for (var i = block.Instructions.Count - 1; i >= 0; i--)
        {
            var instruction = block.Instructions[i];
            if (instruction.Result is { } result && _numbers.TryGetValue(result, out var number))
            {
                if (removes && !live[number] && atHandler?[number] != true && Purity.IsRemovable(instruction))
                {
                    block.Instructions.RemoveAt(i);
                    continue;
                }

                live[number] = false;
            }

            foreach (var operand in instruction.Operands)
            {
                Use(live, operand);
            }
        }

        return atHandler is null ? live : live.Or(atHandler);
    }

    private void Use(BitArray live, Operand operand)
    {
        if (operand.IsRegister && _numbers.TryGetValue(operand.Register, out var number))
        {
            live[number] = true;
        }
    }
}
