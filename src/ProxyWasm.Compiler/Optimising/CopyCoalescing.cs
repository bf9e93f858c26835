using System.Collections;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Lets an instruction assign a variable itself where its result was only copied there: <c>t = i + 1; i = t</c>, with
/// <c>t</c> used afterwards, becomes <c>i = i + 1</c> if the variable keeps the value for as long as that is used.
/// </summary>
internal sealed class CopyCoalescing
{
    private readonly Body _body;
    private readonly List<Candidate> _candidates = [];
    private readonly Dictionary<Register, int> _byTemporary = [];
    private readonly Dictionary<Register, List<int>> _byVariable = [];
    private readonly Dictionary<Block, BitArray> _entries = [];
    private readonly bool[] _isRejected;

    private CopyCoalescing(Body body)
    {
        _body = body;
        foreach (var block in body.Blocks)
        {
            Collect(block);
        }

        _isRejected = new bool[_candidates.Count];
    }

    public static void Run(Body body)
    {
        var coalescing = new CopyCoalescing(body);
        if (coalescing._candidates.Count > 0)
        {
            coalescing.Analyse();
            coalescing.Judge();
            coalescing.Apply();
        }
    }

    private void Collect(Block block)
    {
        for (var i = 1; i < block.Instructions.Count; i++)
        {
            if (block.Instructions[i] is { Operation: Operation.Move, Result: { IsVariable: true } variable } move
                && move.Operands[0] is { IsRegister: true, Register: { IsVariable: false } temporary }
                && temporary.Type == variable.Type && !_byTemporary.ContainsKey(temporary)
                && DefinitionBefore(block, i, temporary, variable) is { } definition)
            {
                _byTemporary[temporary] = _candidates.Count;
                _byVariable.TryAdd(variable, []);
                _byVariable[variable].Add(_candidates.Count);
                _candidates.Add(new Candidate(temporary, variable, definition, move, block));
            }
        }
    }

    /// <summary>The definition, if nothing from there to the copy notices that the variable changes earlier.</summary>
    private static Instruction? DefinitionBefore(Block block, int copy, Register temporary, Register variable)
    {
        for (var i = copy - 1; i >= 0; i--)
        {
            var instruction = block.Instructions[i];
            if (instruction.Result == temporary)
            {
                return instruction;
            }

            if (block.Handler is not null || instruction.Result == variable
                || Array.Exists(instruction.Operands, o => o.IsRegister && o.Register == variable))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Finds where each variable certainly has the value of the temporary.</summary>
    private void Analyse()
    {
        var order = BlockOrder.ReversePostorder(_body);
        foreach (var block in order)
        {
            _entries[block] = new BitArray(_candidates.Count, block != _body.Entry);
        }

        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var block in order)
            {
                var state = new BitArray(_entries[block]);
                foreach (var instruction in block.Instructions)
                {
                    Step(state, instruction);
                }

                foreach (var target in block.Targets)
                {
                    changed |= Meet(_entries[target], state);
                }

                if (block.Handler is { } handler)
                {
                    changed |= Meet(_entries[handler], new BitArray(_candidates.Count));
                }
            }
        }
    }

    private static bool Meet(BitArray known, BitArray state)
    {
        var lost = new BitArray(state).Not().And(known);
        known.And(state);
        return lost.HasAnySet();
    }

    private void Step(BitArray state, Instruction instruction)
    {
        if (instruction.Result is not { } result)
        {
            return;
        }

        if (_byTemporary.TryGetValue(result, out var own))
        {
            Kill(state, _candidates[own].Variable);
            state[own] = true;
        }
        else if (result.IsVariable && !IsCopy(instruction))
        {
            Kill(state, result);
        }
    }

    private bool IsCopy(Instruction instruction) => instruction is { Operation: Operation.Move }
        && instruction.Operands[0].IsRegister && _byTemporary.TryGetValue(instruction.Operands[0].Register, out var own)
        && _candidates[own].Copy == instruction;

    private void Kill(BitArray state, Register variable)
    {
        foreach (var candidate in _byVariable.GetValueOrDefault(variable, []))
        {
            state[candidate] = false;
        }
    }

    private void Judge()
    {
        foreach (var block in _body.Blocks)
        {
            var state = _entries.TryGetValue(block, out var entry)
                ? new BitArray(entry) : new BitArray(_candidates.Count);
            foreach (var instruction in block.Instructions)
            {
                foreach (var operand in instruction.Operands)
                {
                    NoteUse(state, operand);
                }

                Step(state, instruction);
            }

            NoteUse(state, block.Value);
        }
    }

    private void NoteUse(BitArray state, Operand operand)
    {
        if (operand.IsRegister && _byTemporary.TryGetValue(operand.Register, out var candidate) && !state[candidate])
        {
            _isRejected[candidate] = true;
        }
    }

    private void Apply()
    {
        for (var i = 0; i < _candidates.Count; i++)
        {
            if (_isRejected[i])
            {
                _byTemporary.Remove(_candidates[i].Temporary);
                continue;
            }

            _candidates[i].Definition.Result = _candidates[i].Variable;
            _candidates[i].Block.Instructions.Remove(_candidates[i].Copy);
        }

        foreach (var block in _body.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                for (var i = 0; i < instruction.Operands.Length; i++)
                {
                    instruction.Operands[i] = Replaced(instruction.Operands[i]);
                }
            }

            block.Value = Replaced(block.Value);
        }
    }

    private Operand Replaced(Operand operand) =>
        operand.IsRegister && _byTemporary.TryGetValue(operand.Register, out var candidate)
            ? Operand.Of(_candidates[candidate].Variable) : operand;

    private sealed record Candidate(
        Register Temporary, Register Variable, Instruction Definition, Instruction Copy, Block Block);
}
