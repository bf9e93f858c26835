using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Forwards copies and constants, folds arithmetic, addresses, branches, and checks that cannot fail.
/// </summary>
/// <remarks>
/// Registers with one definition are replaced everywhere. What a variable holds is known only inside a block, until the
/// variable, or a variable it was copied from, is assigned again.
/// </remarks>
internal sealed class Simplifier
{
    private readonly Instruction?[] _definitions;
    private readonly Dictionary<Register, Operand> _known = [];
    private readonly HashSet<Operand> _checked = [];
    private readonly KnownMemory _memory = new();

    private Simplifier(Body body)
    {
        _definitions = new Instruction?[body.Registers.Count];
        foreach (var instruction in body.AllInstructions())
        {
            if (instruction.Result is { IsVariable: false } result)
            {
                _definitions[result.Id] = instruction;
            }
        }
    }

    public static void Run(Body body)
    {
        var simplifier = new Simplifier(body);
        foreach (var block in body.Blocks)
        {
            simplifier.Visit(block);
        }
    }

    private void Visit(Block block)
    {
        _known.Clear();
        _checked.Clear();
        _memory.Clear();
        var output = new List<Instruction>(block.Instructions.Count);
        foreach (var instruction in block.Instructions)
        {
            for (var i = 0; i < instruction.Operands.Length; i++)
            {
                instruction.Operands[i] = Resolve(instruction.Operands[i]);
            }

            if (!IsNeedless(instruction))
            {
                Reduce(instruction);
                output.Add(instruction);
            }

            Note(instruction);
            _memory.Note(instruction);
        }

        block.Instructions = output;
        block.Value = Resolve(block.Value);
        FoldTerminator(block);
    }

    private Operand Resolve(Operand operand)
    {
        for (var steps = 0; steps < 16 && operand.IsRegister; steps++)
        {
            if (operand.Register.IsVariable)
            {
                if (!_known.TryGetValue(operand.Register, out var value))
                {
                    break;
                }

                operand = value;
            }
            else if (_definitions[operand.Register.Id] is { Operation: Operation.Move } move
                && !(move.Operands[0] is { IsRegister: true, Register.IsVariable: true }))
            {
                operand = move.Operands[0];
            }
            else if (_known.TryGetValue(operand.Register, out var local))
            {
                operand = local;
            }
            else
            {
                break;
            }
        }

        return operand;
    }

    private void Note(Instruction instruction)
    {
        if (instruction.Result is not { } result)
        {
            return;
        }

        if (result.IsVariable)
        {
            Forget(result);
        }

        if (instruction.Operation == Operation.Move)
        {
            var source = instruction.Operands[0];
            if (!(source.IsRegister && source.Register == result))
            {
                _known[result] = source;
            }
        }
    }

    private void Forget(Register variable)
    {
        _known.Remove(variable);
        _memory.Forget(variable);
        _checked.Remove(Operand.Of(variable));
        foreach (var (register, value) in _known)
        {
            if (value.IsRegister && value.Register == variable)
            {
                _known.Remove(register);
            }
        }
    }

    private bool IsNeedless(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.NullCheck:
                return IsNonNull(instruction.Operands[0]) || !_checked.Add(instruction.Operands[0]);
            case Operation.ThrowIf:
                return instruction.Operands[0].IsZero;
            case Operation.BoundsCheck:
                return instruction.Operands[0].IsConstant && instruction.Operands[1].IsConstant
                    && (uint)instruction.Operands[0].Bits < (uint)instruction.Operands[1].Bits;
            case Operation.Copy:
                return instruction.Operands[0].Equals(instruction.Operands[1]);
            case Operation.Move:
                return instruction.Operands[0] is { IsRegister: true } same && same.Register == instruction.Result;
            default:
                return false;
        }
    }

    private bool IsNonNull(Operand operand) => operand.IsSlot || operand.Kind == OperandKind.Symbol
        || (operand.IsRegister && !operand.Register.IsVariable
            && _definitions[operand.Register.Id]?.Operation is Operation.New or Operation.NewArray);

    private void Reduce(Instruction instruction)
    {
        switch (instruction.Operation)
        {
            case Operation.Numeric:
                ReduceNumeric(instruction);
                break;
            case Operation.Select when instruction.Operands[2].IsConstant:
                BecomeMove(instruction, instruction.Operands[instruction.Operands[2].IsZero ? 1 : 0]);
                break;
            case Operation.Load or Operation.Store:
                FoldAddress(instruction);
                if (instruction.Operation == Operation.Load && _memory.ValueOf(instruction) is { } value)
                {
                    BecomeMove(instruction, value);
                }

                break;
            default:
                break;
        }
    }

    private void ReduceNumeric(Instruction instruction)
    {
        var operands = instruction.Operands;
        if (ConstantArithmetic.Fold(instruction.Numeric, operands) is { } folded)
        {
            BecomeMove(instruction, folded);
        }
        else if (instruction.Numeric is Numeric.I32Eq or Numeric.I32Ne && AreSame(operands[0], operands[1]) is { } same)
        {
            BecomeMove(instruction, Operand.Int(same == (instruction.Numeric == Numeric.I32Eq) ? 1 : 0));
        }
        else if (operands.Length == 2 && operands[1].IsConstant)
        {
            JoinSums(instruction);
            ReduceByConstant(instruction, instruction.Operands[0], instruction.Operands[1].Bits);
        }
    }

    /// <summary>Makes one addition of two that follow each other.</summary>
    private void JoinSums(Instruction sum)
    {
        while (sum.Numeric is Numeric.I32Add or Numeric.I32Sub
            && sum.Operands[0] is { IsRegister: true, Register.IsVariable: false } value
            && _definitions[value.Register.Id] is
                { Operation: Operation.Numeric, Numeric: Numeric.I32Add or Numeric.I32Sub } inner
            && inner.Operands[1].IsConstant
            && !(inner.Operands[0] is { IsRegister: true, Register.IsVariable: true }))
        {
            var distance = sum.Numeric == inner.Numeric ? inner.Operands[1].Bits : -inner.Operands[1].Bits;
            sum.Operands = [inner.Operands[0], Operand.Int(sum.Operands[1].Bits + distance)];
        }
    }

    /// <summary>Whether two values are equal, if that is known.</summary>
    private static bool? AreSame(Operand a, Operand b) =>
        a.Equals(b) ? true : IsObject(a) && IsObject(b) ? false : null;

    private static bool IsObject(Operand operand) => operand is { Kind: OperandKind.Symbol, Bits: 0 }
        && operand.Symbol is Symbol.Singleton or Symbol.TypeObject or Symbol.Text or Symbol.ClassRecord or Symbol.Made;

    private static void ReduceByConstant(Instruction instruction, Operand value, long constant)
    {
        switch (instruction.Numeric)
        {
            case Numeric.I32Add when value.IsSlot || value.Kind == OperandKind.Symbol:
                BecomeMove(instruction, value.Plus(constant));
                break;
            case Numeric.I32Add or Numeric.I32Sub or Numeric.I32Or or Numeric.I32Xor or Numeric.I32Shl
                or Numeric.I32ShrS or Numeric.I32ShrU or Numeric.I64Add or Numeric.I64Sub or Numeric.I64Or
                or Numeric.I64Shl or Numeric.I64ShrS or Numeric.I64ShrU when constant == 0:
            case Numeric.I32Mul or Numeric.I64Mul when constant == 1:
                BecomeMove(instruction, value);
                break;
            case Numeric.I32Ne or Numeric.I32GtU when constant == 0 && (value.IsSlot
                || value.Kind == OperandKind.Symbol):
                BecomeMove(instruction, Operand.Int(1));
                break;
            default:
                break;
        }
    }

    private static void BecomeMove(Instruction instruction, Operand value)
    {
        instruction.Operation = Operation.Move;
        instruction.Operands = [value];
    }

    /// <summary>Takes a constant that was added to the base address into the instruction.</summary>
    private void FoldAddress(Instruction instruction)
    {
        while (instruction.Operands[0] is { IsRegister: true, Register.IsVariable: false } address
            && _definitions[address.Register.Id] is { Operation: Operation.Numeric, Numeric: Numeric.I32Add } add
            && add.Operands[1] is { IsConstant: true, Bits: >= 0 and < 4096 } distance
            && add.Operands[0] is var start && !(start is { IsRegister: true, Register.IsVariable: true }))
        {
            instruction.Operands[0] = start;
            instruction.Offset += (int)distance.Bits;
        }
    }

    private void FoldTerminator(Block block)
    {
        if (block.Terminator == TerminatorKind.Branch)
        {
            if (block.Value.IsConstant || block.Targets[0] == block.Targets[1])
            {
                block.Jump(block.Targets[block.Value.IsZero ? 1 : 0]);
            }
            else if (block.Value is { IsRegister: true, Register.IsVariable: false } value
                && _definitions[value.Register.Id] is { Operation: Operation.Numeric, Numeric: Numeric.I32Eqz } test
                && !(test.Operands[0] is { IsRegister: true, Register.IsVariable: true }))
            {
                block.Branch(test.Operands[0], block.Targets[1], block.Targets[0]);
            }
        }
        else if (block.Terminator == TerminatorKind.Switch && block.Value.IsConstant)
        {
            var index = (uint)block.Value.Bits;
            block.Jump(block.Targets[Math.Min(index, block.Targets.Length - 1)]);
        }
    }
}
