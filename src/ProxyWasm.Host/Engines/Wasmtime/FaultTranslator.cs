using ProxyWasm.Host.Modules;
using Wasmtime;

namespace ProxyWasm.Host.Engines.Wasmtime;

/// <summary>Turns the engine's exceptions into <see cref="GuestFault"/> values.</summary>
internal static class FaultTranslator
{
    /// <summary>Null when the exception did not come out of the engine or a host function.</summary>
    public static GuestFault? Describe(Exception exception, Lazy<FunctionBodies> bodies)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is GuestTrapException stop)
            {
                return new GuestFault(stop.Reason, stop.Message, Frames(exception, bodies));
            }
        }

        return exception switch
        {
            TrapException trap => DescribeTrap(trap, bodies),
            WasmtimeException { InnerException: { } inner } => new GuestFault(
                FaultReason.HostFunction,
                $"a host function failed: {inner.GetType().Name}: {inner.Message}",
                Frames(exception, bodies)),
            WasmtimeException other => new GuestFault(
                FaultReason.Other, FirstLine(other.Message), Frames(other, bodies)),
            _ => null,
        };
    }

    /// <summary>The engine's messages carry a backtrace in further lines.</summary>
    public static string FirstLine(string message)
    {
        var end = message.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? message : message[..end];
    }

    private static GuestFault DescribeTrap(TrapException trap, Lazy<FunctionBodies> bodies)
    {
        var (reason, message) = trap.Type switch
        {
            TrapCode.Unreachable => (FaultReason.Unreachable, "the guest executed `unreachable` (panic or abort)"),
            TrapCode.StackOverflow => (FaultReason.StackOverflow, "the call stack is exhausted (endless recursion?)"),
            TrapCode.MemoryOutOfBounds => (FaultReason.MemoryOutOfBounds, "memory access out of bounds"),
            TrapCode.Interrupt => (FaultReason.BudgetExceeded, "the CPU budget of the call is used up"),
            TrapCode.IntegerDivisionByZero => (FaultReason.Arithmetic, "integer division by zero"),
            TrapCode.IntegerOverflow => (FaultReason.Arithmetic, "integer overflow"),
            TrapCode.BadConversionToInteger => (FaultReason.Arithmetic, "invalid conversion to integer"),
            TrapCode.IndirectCallToNull => (FaultReason.IndirectCall, "indirect call to null"),
            TrapCode.BadSignature => (FaultReason.IndirectCall, "indirect call with a wrong signature"),
            TrapCode.TableOutOfBounds => (FaultReason.IndirectCall, "table access out of bounds"),
            _ => (FaultReason.Other, FirstLine(trap.Message)),
        };
        return new GuestFault(reason, message, Frames(trap, bodies));
    }

    private static string[] Frames(Exception exception, Lazy<FunctionBodies> bodies)
    {
        if (exception is not WasmtimeException { Frames: { } frames })
        {
            return [];
        }

        var count = Math.Min(frames.Count, GuestFault.MaxFrames);
        var lines = new string[count];
        for (var i = 0; i < count; i++)
        {
            var name = frames[i].FunctionName ?? NumberOf(frames[i].ModuleOffset, bodies.Value);
            lines[i] = $"{i}: 0x{frames[i].ModuleOffset:x} - {name}";
        }

        return lines;
    }

    // As V8 names functions without names.
    private static string NumberOf(nuint offset, FunctionBodies bodies) =>
        bodies.IndexAt((long)offset) is { } index ? $"wasm-function[{index}]" : "?";
}
