using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Lowering;

namespace ProxyWasm.Compiler.Emitting;

/// <summary>
/// Finds values that need no local variable because they are used once, right where WebAssembly's operand stack has
/// them, and orders a block's instructions accordingly.
/// </summary>
internal sealed class EvaluationOrder
{
    /// <summary>How far a value may move; longer searches cost compile time and rarely find anything.</summary>
    private const int Window = 128;

    private readonly ProgramModel _program;
    private readonly int[] _uses;
    private readonly HashSet<Instruction> _nested = [];
    private Instruction[] _instructions = [];
    private bool[] _placed = [];
    private readonly Dictionary<Register, int> _definitions = [];
    private readonly List<Instruction> _reversed = [];
    private readonly List<int> _tree = [];

    public EvaluationOrder(ProgramModel program, Body body, IEnumerable<Block> blocks)
    {
        _program = program;
        _uses = new int[body.Registers.Count];
        foreach (var block in blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                foreach (var operand in instruction.Operands)
                {
                    Count(operand);
                }
            }

            Count(block.Value);
        }
    }

    /// <summary>Whether the instruction's result stays on the operand stack until it is used.</summary>
    public bool IsNested(Instruction instruction) => _nested.Contains(instruction);

    public bool IsUsed(Register register) => _uses[register.Id] > 0;

    public void Arrange(Block block)
    {
        _instructions = [.. block.Instructions];
        _placed = new bool[_instructions.Length];
        _definitions.Clear();
        _reversed.Clear();
        for (var i = 0; i < _instructions.Length; i++)
        {
            if (_instructions[i].Result is { } result)
            {
                _definitions[result] = i;
            }
        }

        _tree.Clear();
        NestOperand(block.Value, _instructions.Length);
        for (var i = _instructions.Length - 1; i >= 0; i--)
        {
            if (!_placed[i])
            {
                _tree.Clear();
                Place(i, i);
            }
        }

        _reversed.Reverse();
        block.Instructions = [.. _reversed];
    }

    private void Count(Operand operand)
    {
        if (operand.IsRegister)
        {
            _uses[operand.Register.Id]++;
        }
    }

    private void Place(int index, int root)
    {
        _placed[index] = true;
        _tree.Add(index);
        _reversed.Add(_instructions[index]);
        var operands = _instructions[index].Operands;
        for (var i = operands.Length - 1; i >= 0; i--)
        {
            NestOperand(operands[i], root);
        }
    }

    private void NestOperand(Operand operand, int root)
    {
        if (operand.IsRegister && operand.Register is { IsVariable: false } register && _uses[register.Id] == 1
            && _definitions.TryGetValue(register, out var index) && !_placed[index] && index < root
            && root - index <= Window && CanMove(index, root))
        {
            _nested.Add(_instructions[index]);
            Place(index, root);
        }
    }

    /// <summary>Whether nothing notices when the instruction runs directly before what is already placed.</summary>
    private bool CanMove(int index, int root)
    {
        var moved = _instructions[index];
        for (var i = index + 1; i < root; i++)
        {
            if (!_placed[i] && Conflicts(moved, _instructions[i]))
            {
                return false;
            }
        }

        foreach (var later in _tree)
        {
            if (later < index && Conflicts(_instructions[later], moved))
            {
                return false;
            }
        }

        return true;
    }

    private bool Conflicts(Instruction first, Instruction second)
    {
        var a = EffectsOf(first);
        var b = EffectsOf(second);
        if (((a & Effects.Writes) != 0 && (b & (Effects.Writes | Effects.Reads | Effects.Leaves)) != 0)
            || ((b & Effects.Writes) != 0 && (a & (Effects.Reads | Effects.Leaves)) != 0)
            || ((a & Effects.Leaves) != 0 && (b & Effects.Leaves) != 0))
        {
            return true;
        }

        return Touches(first, second) || Touches(second, first);
    }

    private static bool Touches(Instruction writer, Instruction reader) =>
        writer.Result is { IsVariable: true } variable
        && (reader.Result == variable || Array.Exists(
            reader.Operands, o => o.IsRegister && o.Register == variable));

    private Effects EffectsOf(Instruction instruction) => instruction.Operation switch
    {
        Operation.Move or Operation.Select => Effects.None,
        Operation.Numeric => instruction.Numeric.MayTrap() ? Effects.Leaves : Effects.None,
        Operation.Load or Operation.MemorySize => Effects.Reads,
        Operation.ThrowIf or Operation.NullCheck or Operation.BoundsCheck or Operation.Trap => Effects.Leaves,
        Operation.Call when !ExceptionFlow.MayThrow(_program, instruction) => Effects.Reads | Effects.Writes,
        Operation.GetHeapTop => Effects.Reads,
        _ => Effects.Reads | Effects.Writes | Effects.Leaves,
    };
}
