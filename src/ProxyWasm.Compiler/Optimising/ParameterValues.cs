using ProxyWasm.Compiler.Analysis;
using ProxyWasm.Compiler.Intermediate;
using ProxyWasm.Compiler.Loading;

namespace ProxyWasm.Compiler.Optimising;

/// <summary>
/// Finds parameters that every call in the program gives one of a few constants, and drops what other values would do.
/// </summary>
/// <remarks>
/// The base library's helpers that raise exceptions take a number and find their text by a large <c>switch</c>; a
/// program uses few of the numbers.
/// </remarks>
internal sealed class ParameterValues
{
    private const int MaxValues = 64;

    private readonly Dictionary<Register, HashSet<Operand>> _values = [];
    private readonly Dictionary<Register, List<Register>> _passedOn = [];
    private readonly Dictionary<IlMethod, Body> _bodies;
    private readonly HashSet<Register> _unknown = [];

    private ParameterValues(IEnumerable<Body> bodies) => _bodies = bodies.ToDictionary(b => b.Method);

    public static void Prune(
        ProgramModel program, DispatchTable dispatch, IReadOnlyCollection<Body> bodies, IEnumerable<IlMethod> roots)
    {
        var values = new ParameterValues(bodies);
        foreach (var method in roots.Concat(bodies.Select(b => b.Method).Where(program.IsRuntimeMethod)))
        {
            values.SetUnknown(method);
        }

        foreach (var function in program.Snapshot.Functions())
        {
            values.SetUnknown(function);
        }

        foreach (var body in bodies)
        {
            values.Collect(dispatch, body);
        }

        values.Spread();
        foreach (var body in bodies)
        {
            values.Apply(body);
        }
    }

    private void Collect(DispatchTable dispatch, Body body)
    {
        foreach (var block in body.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                if (instruction.Operation == Operation.Call)
                {
                    CollectCall(body, instruction);
                }
                else if (instruction.Operation is Operation.CallVirtual or Operation.VirtualFunction)
                {
                    foreach (var target in dispatch.RowOf(instruction.Method!).Values)
                    {
                        SetUnknown(target);
                    }
                }

                foreach (var operand in instruction.Operands)
                {
                    NoteFunction(operand);
                }
            }

            NoteFunction(block.Value);
        }
    }

    private void NoteFunction(Operand operand)
    {
        if (operand.Kind == OperandKind.Symbol && operand.Symbol is Symbol.TableIndex index)
        {
            SetUnknown(index.Method);
        }
    }

    private void CollectCall(Body caller, Instruction call)
    {
        if (!_bodies.TryGetValue(call.Method!, out var callee))
        {
            return;
        }

        for (var i = 0; i < callee.Parameters.Count; i++)
        {
            var parameter = callee.Parameters[i];
            var operand = call.Operands[i];
            if (operand.IsConstant || operand.Kind == OperandKind.Symbol)
            {
                Add(parameter, operand);
            }
            else if (operand.IsRegister && caller.Parameters.Contains(operand.Register))
            {
                _passedOn.TryAdd(operand.Register, []);
                _passedOn[operand.Register].Add(parameter);
            }
            else if (operand is { IsRegister: true, Type: IrType.I32 }
                && ConstantsOf(caller, operand.Register) is { } constants)
            {
                foreach (var constant in constants)
                {
                    Add(parameter, constant);
                }
            }
            else
            {
                _unknown.Add(parameter);
            }
        }
    }

    /// <summary>What a register can be if it is never given anything but constants.</summary>
    private static HashSet<Operand>? ConstantsOf(Body body, Register register)
    {
        // A variable that is read before anything is assigned is zero.
        var values = new HashSet<Operand> { Operand.Int(0) };
        foreach (var instruction in body.AllInstructions().Where(i => i.Result == register))
        {
            var count = instruction.Operation switch { Operation.Move => 1, Operation.Select => 2, _ => 0 };
            if (count == 0 || !instruction.Operands.Take(count).All(o => o.IsConstant))
            {
                return null;
            }

            values.UnionWith(instruction.Operands.Take(count));
        }

        return values;
    }

    private void SetUnknown(IlMethod method)
    {
        if (_bodies.TryGetValue(method, out var body))
        {
            _unknown.UnionWith(body.Parameters);
        }
    }

    private bool Add(Register parameter, Operand value)
    {
        if (!_values.TryGetValue(parameter, out var values))
        {
            values = [];
            _values[parameter] = values;
        }

        if (!values.Add(value))
        {
            return false;
        }

        if (values.Count > MaxValues)
        {
            _unknown.Add(parameter);
        }

        return true;
    }

    /// <summary>What a parameter may be, the parameters it is handed to may be as well.</summary>
    private void Spread()
    {
        var work = new Queue<Register>(_passedOn.Keys);
        while (work.TryDequeue(out var register))
        {
            foreach (var target in _passedOn[register])
            {
                if (Hand(register, target) && _passedOn.ContainsKey(target))
                {
                    work.Enqueue(target);
                }
            }
        }
    }

    private bool Hand(Register register, Register target)
    {
        if (_unknown.Contains(register))
        {
            return _unknown.Add(target);
        }

        var changed = false;
        foreach (var value in _values.GetValueOrDefault(register, []).ToArray())
        {
            changed |= Add(target, value);
        }

        return changed;
    }

    private void Apply(Body body)
    {
        foreach (var parameter in body.Parameters)
        {
            if (_unknown.Contains(parameter) || !_values.TryGetValue(parameter, out var values))
            {
                continue;
            }

            if (values.Count == 1)
            {
                Replace(body, parameter, values.First());
                continue;
            }

            foreach (var block in body.Blocks)
            {
                if (block.Terminator == TerminatorKind.Switch && block.Value.IsRegister
                    && values.All(v => v.IsConstant)
                    && Distance(body, block.Value.Register, parameter) is { } distance)
                {
                    PruneSwitch(block, [.. values.Select(v => (int)v.Bits + distance)]);
                }
            }
        }
    }

    private static void Replace(Body body, Register parameter, Operand constant)
    {
        foreach (var block in body.Blocks)
        {
            foreach (var instruction in block.Instructions)
            {
                for (var i = 0; i < instruction.Operands.Length; i++)
                {
                    if (IsParameter(instruction.Operands[i]))
                    {
                        instruction.Operands[i] = constant;
                    }
                }
            }

            if (IsParameter(block.Value))
            {
                block.Value = constant;
            }
        }

        bool IsParameter(Operand operand) => operand.IsRegister && operand.Register == parameter;
    }

    /// <summary>What is added to the parameter to make the other register; null when it is not made so.</summary>
    private static int? Distance(Body body, Register register, Register parameter)
    {
        if (register == parameter)
        {
            return 0;
        }

        if (register.IsVariable || body.AllInstructions().FirstOrDefault(i => i.Result == register) is not
            {
                Operation: Operation.Numeric, Numeric: Numeric.I32Sub or Numeric.I32Add,
            } definition)
        {
            return null;
        }

        return definition.Operands[0] is { IsRegister: true } first && first.Register == parameter
            && definition.Operands[1] is { IsConstant: true, Bits: var bits }
            ? (int)(definition.Numeric == Numeric.I32Sub ? -bits : bits) : null;
    }

    private static void PruneSwitch(Block block, HashSet<int> indices)
    {
        var last = block.Targets.Length - 1;
        var used = indices.Select(i => (int)Math.Min((uint)i, (uint)last)).ToHashSet();
        var substitute = block.Targets[used.Max()];
        for (var i = 0; i <= last; i++)
        {
            if (!used.Contains(i))
            {
                block.Targets[i] = substitute;
            }
        }

        // The last target stands for everything beyond; when nothing is, the highest number can be that.
        block.Targets = block.Targets[..(used.Max() + 1)];
    }
}
