using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Optimising;

/// <content>What instructions and branches tell.</content>
internal sealed partial class FlowFacts
{
    private void Step(Instruction instruction)
    {
        var operands = instruction.Operands;
        var isGrowth = IsGrowth(instruction);
        if (instruction.Result is { } result)
        {
            Assign(instruction, result, isGrowth);
        }

        switch (instruction.Operation)
        {
            case Operation.NullCheck:
                _facts.Add(FactKind.NonZero, operands[0]);
                break;
            case Operation.ThrowIf:
                Assume(_facts, operands[0], isTrue: false);
                break;
            case Operation.BoundsCheck:
                _facts.Add(FactKind.Below, operands[0], operands[1]);
                break;
            default:
                break;
        }
    }

    private void Assign(Instruction instruction, Register result, bool isGrowth)
    {
        var target = Operand.Of(result);
        if (result.IsVariable)
        {
            Forget(result);
            if (_single.Contains(result))
            {
                _facts.Add(FactKind.Assigned, target);
            }
        }

        switch (instruction.Operation)
        {
            case Operation.Move:
                AssignCopy(instruction.Operands[0], target);
                break;
            case Operation.New or Operation.GetHeapTop:
            case Operation.Call when !Imports.IsImport(instruction.Method!)
                && _program.Bodies.Get(instruction.Method!).ReturnsNonZero:
                _facts.Add(FactKind.NonZero, target);
                break;
            case Operation.NewArray:
                _facts.Add(FactKind.NonZero, target);
                if (!instruction.Operands[0].Equals(target))
                {
                    _facts.Add(FactKind.HasLength, target, instruction.Operands[0]);
                }

                break;
            case Operation.Load:
                AssignLoad(instruction, target);
                break;
            case Operation.Numeric:
                AssignNumber(instruction, target, isGrowth);
                break;
            default:
                break;
        }
    }

    private void Forget(Register variable)
    {
        _facts.Forget(variable);
        foreach (var (register, comparison) in _comparisons)
        {
            if (Array.Exists(comparison.Operands, o => o.IsRegister && o.Register == variable))
            {
                _comparisons.Remove(register);
            }
        }
    }

    private void AssignCopy(Operand source, Operand target)
    {
        if (source.Equals(target) || target.Type != IrType.I32)
        {
            return;
        }

        if (source.IsRegister)
        {
            _facts.Copy(source, target);
            return;
        }

        if (_facts.IsNonZero(source))
        {
            _facts.Add(FactKind.NonZero, target);
        }

        if (source.IsConstant)
        {
            if (source.IsZero)
            {
                _facts.Add(FactKind.Zero, target);
            }

            if (source.Bits >= 0)
            {
                _facts.Add(FactKind.NotNegative, target);
            }

            if (source.Bits != int.MaxValue)
            {
                _facts.Add(FactKind.NotMaximum, target);
            }
        }
    }

    private void AssignLoad(Instruction load, Operand target)
    {
        if (IsLength(load))
        {
            _facts.Add(FactKind.NotNegative, target);
            if (!load.Operands[0].Equals(target))
            {
                _facts.Add(FactKind.HasLength, load.Operands[0], target);
            }
        }
        else if (load.Memory is MemoryKind.U8 or MemoryKind.U16)
        {
            _facts.Add(FactKind.NotNegative, target);
            _facts.Add(FactKind.NotMaximum, target);
        }
    }

    /// <summary>Whether it adds one to a number without overflow, so that the result is positive.</summary>
    private bool IsGrowth(Instruction instruction) => instruction is
        { Operation: Operation.Numeric, Numeric: Numeric.I32Add, Operands: [var value, { IsConstant: true, Bits: 1 }] }
        && _facts.IsNotNegative(value) && _facts.IsNotMaximum(value);

    private void AssignNumber(Instruction instruction, Operand target, bool isGrowth)
    {
        var operands = instruction.Operands;
        if (isGrowth)
        {
            _facts.Add(FactKind.NotNegative, target);
            _facts.Add(FactKind.NonZero, target);
            return;
        }

        switch (instruction.Numeric)
        {
            case Numeric.I32And when operands[1] is { IsConstant: true, Bits: >= 0 }:
            case Numeric.I32ShrU when operands[1] is { IsConstant: true, Bits: > 0 and < 32 }:
                _facts.Add(FactKind.NotNegative, target);
                break;
            case >= Numeric.I32Eqz and <= Numeric.F64Ge:
                _facts.Add(FactKind.NotNegative, target);
                if (!Array.Exists(operands, o => o.Equals(target)))
                {
                    _comparisons[target.Register] = instruction;
                }

                break;
            default:
                break;
        }
    }

    private Instruction? ComparisonOf(Operand condition) => condition.IsRegister
        ? _comparisons.GetValueOrDefault(condition.Register) : null;

    private void Assume(FactSet facts, Operand condition, bool isTrue)
    {
        facts.Add(isTrue ? FactKind.NonZero : FactKind.Zero, condition);
        if (ComparisonOf(condition) is { } comparison)
        {
            Assume(facts, comparison.Numeric, comparison.Operands, isTrue);
        }
    }

    private static void Assume(FactSet facts, Numeric numeric, Operand[] operands, bool isTrue)
    {
        if (numeric == Numeric.I32Eqz)
        {
            facts.Add(isTrue ? FactKind.Zero : FactKind.NonZero, operands[0]);
            return;
        }

        if (numeric is < Numeric.I32Eq or > Numeric.I32GeU)
        {
            return;
        }

        var (a, b) = (operands[0], operands[1]);
        switch (numeric)
        {
            case Numeric.I32Eq or Numeric.I32Ne when b.IsZero:
                facts.Add((numeric == Numeric.I32Eq) == isTrue ? FactKind.Zero : FactKind.NonZero, a);
                break;
            case Numeric.I32Eq or Numeric.I32Ne:
                break;
            case Numeric.I32LtS or Numeric.I32GeS:
                AssumeOrder(facts, FactKind.Less, a, b, (numeric == Numeric.I32LtS) == isTrue);
                break;
            case Numeric.I32GtS or Numeric.I32LeS:
                AssumeOrder(facts, FactKind.Less, b, a, (numeric == Numeric.I32GtS) == isTrue);
                break;
            case Numeric.I32LtU or Numeric.I32GeU:
                AssumeOrder(facts, FactKind.Below, a, b, (numeric == Numeric.I32LtU) == isTrue);
                break;
            default:
                AssumeOrder(facts, FactKind.Below, b, a, (numeric == Numeric.I32GtU) == isTrue);
                break;
        }
    }

    /// <summary>The first is less than the second, or, when it is not, the second is not more than the first.</summary>
    private static void AssumeOrder(FactSet facts, FactKind kind, Operand a, Operand b, bool holds)
    {
        if (holds)
        {
            facts.Add(kind, a, b);
            if (kind == FactKind.Below)
            {
                facts.Add(FactKind.NonZero, b);
            }
            else if (b.IsConstant && a.IsRegister)
            {
                facts.Add(FactKind.NotMaximum, a);
            }
            else if (a is { IsConstant: true, Bits: >= -1 })
            {
                facts.Add(FactKind.NotNegative, b);
                if (a.Bits >= 0)
                {
                    facts.Add(FactKind.NonZero, b);
                }
            }
        }
        else if (kind == FactKind.Less && b is { IsConstant: true, Bits: >= 0 })
        {
            facts.Add(FactKind.NotNegative, a);
            if (b.Bits > 0)
            {
                facts.Add(FactKind.NonZero, a);
            }
        }
    }

    /// <summary>What a condition is, if it is known.</summary>
    private bool? Decide(Operand condition)
    {
        if (condition.Type != IrType.I32)
        {
            return null;
        }

        return _facts.IsNonZero(condition) ? true : _facts.IsZero(condition) ? false : null;
    }

    private bool? Compare(Instruction instruction)
    {
        var operands = instruction.Operands;
        switch (instruction.Numeric)
        {
            case Numeric.I32Eqz:
                return Decide(operands[0]) is { } value ? !value : null;
            case Numeric.I32Eq or Numeric.I32Ne when operands[1].IsZero:
                return Decide(operands[0]) is { } known ? known == (instruction.Numeric == Numeric.I32Ne) : null;
            case Numeric.I32LtS or Numeric.I32GeS:
                return Order(operands[0], operands[1], instruction.Numeric == Numeric.I32LtS);
            case Numeric.I32GtS or Numeric.I32LeS:
                return Order(operands[1], operands[0], instruction.Numeric == Numeric.I32GtS);
            case Numeric.I32LtU or Numeric.I32GeU when _facts.IsBelow(operands[0], operands[1]):
                return instruction.Numeric == Numeric.I32LtU;
            case Numeric.I32GtU or Numeric.I32LeU when _facts.IsBelow(operands[1], operands[0]):
                return instruction.Numeric == Numeric.I32GtU;
            default:
                return null;
        }
    }

    private bool? Order(Operand a, Operand b, bool wanted)
    {
        if (a.IsConstant && b.IsConstant)
        {
            return null;
        }

        return _facts.IsLess(a, b) ? wanted
            : (b.IsZero && _facts.IsNotNegative(a)) || _facts.IsLess(b, a) ? !wanted
            : null;
    }
}
