using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Layouts;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Finds what is known about registers at each place of a body from the checks, branches and assignments on every way
/// there, and removes checks, comparisons and branches that this decides.
/// </summary>
/// <remarks>
/// Lengths of arrays and strings never change, so they are read once. An index that starts at zero or more and grows by
/// one below a limit stays between both. Variables with one assignment before all uses become temporaries.
/// </remarks>
internal sealed partial class FlowFacts
{
    /// <summary>The time that huge bodies would take is not worth what can be found in them.</summary>
    private const int MaxInstructions = 6000;

    private readonly ProgramModel _program;
    private readonly Body _body;
    private readonly List<Block> _order;
    private readonly Dictionary<Block, FactSet> _entries = [];
    private readonly Dictionary<Register, Instruction> _comparisons = [];
    private readonly HashSet<Register> _single;
    private FactSet _facts = new();

    private FlowFacts(ProgramModel program, Body body)
    {
        _program = program;
        _body = body;
        _order = BlockOrder.ReversePostorder(body);
        _single = SingleAssignments(body);
    }

    public static void Run(ProgramModel program, Body body)
    {
        if (Inliner.SizeOf(body) > MaxInstructions)
        {
            return;
        }

        var flow = new FlowFacts(program, body);
        flow.Analyse();
        flow.Apply();
    }

    private static HashSet<Register> SingleAssignments(Body body)
    {
        var counts = new Dictionary<Register, int>();
        foreach (var instruction in body.AllInstructions())
        {
            if (instruction.Result is { IsVariable: true } variable)
            {
                counts[variable] = counts.GetValueOrDefault(variable) + 1;
            }
        }

        return [.. counts.Where(c => c.Value == 1 && !body.Parameters.Contains(c.Key)).Select(c => c.Key)];
    }

    private void Analyse()
    {
        _entries[_body.Entry] = new FactSet();
        var pending = new HashSet<Block> { _body.Entry };
        while (pending.Count > 0)
        {
            foreach (var block in _order)
            {
                if (pending.Remove(block))
                {
                    Visit(block, pending);
                }
            }
        }
    }

    private void Visit(Block block, HashSet<Block> pending)
    {
        Enter(block);
        foreach (var instruction in block.Instructions)
        {
            Step(instruction);
        }

        if (block.Handler is { } handler)
        {
            Push(handler, AtHandler(block), pending);
        }

        for (var i = 0; i < block.Targets.Length; i++)
        {
            var facts = _facts.Clone();
            if (block.Terminator == TerminatorKind.Branch)
            {
                Assume(facts, block.Value, isTrue: i == 0);
            }

            Push(block.Targets[i], facts, pending);
        }
    }

    private void Enter(Block block)
    {
        _facts = _entries[block].Clone();
        _comparisons.Clear();
    }

    /// <summary>An exception can come before or after any assignment of the block.</summary>
    private FactSet AtHandler(Block block)
    {
        var facts = _entries[block].Clone();
        foreach (var instruction in block.Instructions)
        {
            if (instruction.Result is { } result)
            {
                facts.Forget(result);
            }
        }

        return facts;
    }

    private void Push(Block target, FactSet facts, HashSet<Block> pending)
    {
        if (!_entries.TryGetValue(target, out var known))
        {
            _entries[target] = facts.Clone();
            pending.Add(target);
        }
        else if (known.Meet(facts))
        {
            pending.Add(target);
        }
    }

    private void Apply()
    {
        var split = new HashSet<Register>();
        var returnsNonZero = true;
        foreach (var block in _body.Blocks)
        {
            if (!_entries.ContainsKey(block))
            {
                // Nothing leads here; the block will be removed, and until then its uses must not be judged.
                split.UnionWith(block.Instructions.SelectMany(i => i.Operands).Append(block.Value)
                    .Where(o => o.IsRegister).Select(o => o.Register));
                continue;
            }

            Enter(block);
            block.Instructions = Rewrite(block, split);
            NoteUse(block.Value, split);
            returnsNonZero &= block.Terminator != TerminatorKind.Return || _facts.IsNonZero(block.Value);
            if (block.Terminator == TerminatorKind.Branch && Decide(block.Value) is { } decision)
            {
                block.Jump(block.Targets[decision ? 0 : 1]);
            }
        }

        _body.ReturnsNonZero = returnsNonZero && _body.Type.Result == IrType.I32;
        foreach (var register in _single.Where(r => !split.Contains(r)))
        {
            register.IsVariable = false;
        }
    }

    private List<Instruction> Rewrite(Block block, HashSet<Register> split)
    {
        var output = new List<Instruction>(block.Instructions.Count);
        foreach (var instruction in block.Instructions)
        {
            foreach (var operand in instruction.Operands)
            {
                NoteUse(operand, split);
            }

            if (!IsNeedless(instruction))
            {
                Reduce(instruction);
                output.Add(instruction);
                Step(instruction);
            }
        }

        return output;
    }

    private void NoteUse(Operand operand, HashSet<Register> split)
    {
        if (operand.IsRegister && _single.Contains(operand.Register) && !_facts.IsAssigned(operand.Register))
        {
            split.Add(operand.Register);
        }
    }

    private bool IsNeedless(Instruction instruction) => instruction.Operation switch
    {
        Operation.NullCheck => _facts.IsNonZero(instruction.Operands[0]),
        Operation.ThrowIf => Decide(instruction.Operands[0]) == false,
        Operation.BoundsCheck => _facts.IsBelow(instruction.Operands[0], instruction.Operands[1]),
        _ => false,
    };

    private void Reduce(Instruction instruction)
    {
        if (IsLength(instruction))
        {
            if (_facts.LengthOf(instruction.Operands[0]) is { } length)
            {
                BecomeMove(instruction, length);
            }
        }
        else if (instruction.Operation == Operation.Numeric && Compare(instruction) is { } result)
        {
            BecomeMove(instruction, Operand.Int(result ? 1 : 0));
        }
    }

    private static bool IsLength(Instruction instruction) => instruction is
        { Operation: Operation.Load, IsLength: true, Offset: ObjectShape.LengthOffset };

    private static void BecomeMove(Instruction instruction, Operand value)
    {
        instruction.Operation = Operation.Move;
        instruction.Operands = [value];
    }
}
