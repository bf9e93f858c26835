using ProxyWasm.Compiler.Intermediate;

namespace ProxyWasm.Compiler.Snapshots;

/// <content>Single instructions.</content>
internal sealed partial class Evaluator
{
    private void Run(StackFrame frame, Instruction instruction)
    {
        var values = GetAll(frame, instruction.Operands);
        var result = instruction.Operation switch
        {
            Operation.Load => Load(values[0], instruction.Memory, instruction.Offset),
            Operation.Move => values[0],
            Operation.Numeric => Arithmetic.Compute(instruction.Numeric, values),
            Operation.Select => values[values[2].IsTrue ? 0 : 1],
            Operation.Call => Call(instruction.Method!, values),
            Operation.CallVirtual => Call(TargetOf(values[instruction.Offset], instruction.Method!), values),
            Operation.CallIndirect => Call(FunctionOf(values[^1]), values.AsSpan(0, values.Length - 1)),
            Operation.VirtualFunction => Value.To(
                _regions.Of(new Symbol.TableIndex(TargetOf(values[0], instruction.Method!)))),
            Operation.New => New(instruction.Type!),
            Operation.NewArray => NewArray(instruction.Type!, values[0].Number),
            Operation.IsInstance => IsInstance(values[0], instruction.Type!),
            Operation.StackAlloc => Value.To(new Region(RegionKind.Frame, new byte[Size(values[0])])),
            Operation.Catch => TakePending(),
            _ => RunEffect(instruction, values),
        };
        if (instruction.Result is { } register)
        {
            frame[register] = result;
        }
    }

    /// <summary>Instructions that have no result.</summary>
    private Value RunEffect(Instruction instruction, Value[] values)
    {
        switch (instruction.Operation)
        {
            case Operation.Store when values[0].Region is { IsDelegateCache: true }:
                break;
            case Operation.Store:
                Writable(values[0]).Store(instruction.Memory, values[0].Bits + instruction.Offset, values[1]);
                break;
            case Operation.Copy:
                Copy(values[0], values[1], instruction.Size);
                break;
            case Operation.CopyBytes:
                Copy(values[0], values[1], values[2].Number);
                break;
            case Operation.Clear:
                Fill(values[0], instruction.Size, 0);
                break;
            case Operation.FillBytes:
                Fill(values[0], values[2].Number, (byte)values[1].Number);
                break;
            case Operation.ThrowIf:
                RaiseIf(values[0].IsTrue, instruction.Fault);
                break;
            case Operation.NullCheck:
                RaiseIf(!values[0].IsTrue, Fault.NullReference);
                break;
            case Operation.BoundsCheck:
                RaiseIf((uint)values[0].Number >= (uint)values[1].Number, Fault.IndexOutOfRange);
                break;
            case Operation.InitClass:
                _classes.Require(instruction.Type!);
                break;
            default:
                throw new EvaluationStoppedException($"it uses the machine itself ({instruction.Operation})");
        }

        return default;
    }

    private Value TakePending()
    {
        var exception = _pending;
        _pending = default;
        return exception;
    }

    private void RaiseIf(bool condition, Fault fault)
    {
        if (condition)
        {
            Call(_program.RuntimeMethod("Throwing", fault.ToString()), []);
        }
    }

    private Value Load(Value address, MemoryKind kind, int offset)
    {
        var region = RegionOf(address);
        var at = address.Bits + offset;
        if (region is { Kind: RegionKind.Opaque, Symbol: Symbol.ClassRecord { Type: var type } })
        {
            return LoadOfClass(type, kind, (int)at);
        }

        if (region.IsDelegateCache)
        {
            // Empty for every static constructor, whatever has run before.
            return Value.Zero;
        }

        _classes.RequireReadable(region, at);
        return region.Load(kind, at);
    }

    private void Copy(Value target, Value source, int size)
    {
        if (size == 0)
        {
            return;
        }

        var from = RegionOf(source);
        _classes.RequireReadable(from, source.Bits);
        Spend(size);
        Writable(target).CopyFrom(from, source.Bits, target.Bits, size);
    }

    private void Fill(Value target, int size, byte value)
    {
        if (size != 0)
        {
            Spend(size);
            Writable(target).Fill(target.Bits, size, value);
        }
    }

    private void Spend(int bytes) => Budget -= bytes / 16;

    private Region Writable(Value address)
    {
        var region = RegionOf(address);
        _classes.RequireWritable(region);
        return region;
    }

    private static Region RegionOf(Value address) =>
        address.Region ?? throw new EvaluationStoppedException("it uses a number as an address");
}
