using ProxyWasm.Abi;
using ProxyWasm.Host.Engines;
using ProxyWasm.Host.Hostcalls;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Wasi;

/// <summary>Environment, arguments, clocks, randomness and the end of the process.</summary>
internal sealed class ProcessCalls(Vm vm)
{
    /// <summary>Message of the trap by which <c>proc_exit(0)</c> unwinds the guest.</summary>
    public const string RegularExit = "the guest ended itself with code 0";

    private const int Realtime = 0;
    private const int Monotonic = 1;
    private const int MaxRandomBytes = 65536;

    public void Define(HostcallRegistry registry)
    {
        registry.AddWasi<int, int>("environ_sizes_get", GetEnvironmentSizes);
        registry.AddWasi<int, int>("environ_get", GetEnvironment);
        registry.AddWasi<int, int>("args_sizes_get", GetArgumentSizes);
        registry.AddWasi<int, int>("args_get", static (_, _) => (int)WasiErrno.Success);
        registry.AddWasi<int, long, int>("clock_time_get", (clock, _, timeSlot) => GetTime(clock, timeSlot));
        registry.AddWasi<int, int>("clock_res_get", GetResolution);
        registry.AddWasi<int, int>("random_get", GetRandom);
        registry.AddWasi("sched_yield", static () => (int)WasiErrno.Success);
        registry.AddWasi<int, int, int, int>("poll_oneoff", Poll);
        registry.AddWasi("proc_exit", Exit);
    }

    private int GetEnvironmentSizes(int countSlot, int sizeSlot)
    {
        var size = 0;
        foreach (var variable in vm.Definition.Environment)
        {
            size += variable.Length;
        }

        return WriteBoth(countSlot, vm.Definition.Environment.Count, sizeSlot, size);
    }

    private int GetEnvironment(int pointers, int buffer)
    {
        foreach (var variable in vm.Definition.Environment)
        {
            if (!vm.Memory.TryWriteUInt32(pointers, (uint)buffer) || !vm.Memory.TryWrite(buffer, variable))
            {
                return (int)WasiErrno.Fault;
            }

            pointers = unchecked(pointers + sizeof(uint));
            buffer = unchecked(buffer + variable.Length);
        }

        return (int)WasiErrno.Success;
    }

    private int GetArgumentSizes(int countSlot, int sizeSlot) => WriteBoth(countSlot, 0, sizeSlot, 0);

    private int GetTime(int clock, int timeSlot)
    {
        if (clock is not (Realtime or Monotonic))
        {
            return (int)WasiErrno.NotSupported;
        }

        var time = vm.Services.Time;
        var nanoseconds = clock == Realtime
            ? UnixTime.Nanoseconds(time)
            : (ulong)time.GetElapsedTime(0, time.GetTimestamp()).Ticks * TimeSpan.NanosecondsPerTick;
        return (int)(vm.Memory.TryWriteUInt64(timeSlot, nanoseconds) ? WasiErrno.Success : WasiErrno.Fault);
    }

    private int GetResolution(int clock, int resolutionSlot)
    {
        if (clock is not (Realtime or Monotonic))
        {
            return (int)WasiErrno.NotSupported;
        }

        return (int)(vm.Memory.TryWriteUInt64(resolutionSlot, 1) ? WasiErrno.Success : WasiErrno.Fault);
    }

    private int GetRandom(int buffer, int size)
    {
        if ((uint)size > MaxRandomBytes)
        {
            return (int)WasiErrno.InvalidArgument;
        }

        if (!vm.Memory.TryView(buffer, size, out var bytes))
        {
            return (int)WasiErrno.Fault;
        }

        vm.Services.FillRandom(bytes);
        return (int)WasiErrno.Success;
    }

    // Go runtimes poll in order to sleep; a proxy does not sleep, so nothing is ever ready and nothing is waited for.
    private int Poll(int subscriptions, int events, int count, int readySlot) =>
        (int)(vm.Memory.TryWriteUInt32(readySlot, 0) ? WasiErrno.Success : WasiErrno.Fault);

    // A command ends its initialisation this way. In a callback there is no process to end: the call returns, as in
    // Envoy, and guests compiled from C or Rust then run into `unreachable`.
    private void Exit(int code)
    {
        if (vm.Phase != VmPhase.Initialising)
        {
            vm.Log.Write(LogLevel.Error, $"wasi proc_exit({code}): a plugin has no process to end");
            return;
        }

        if (code == 0)
        {
            throw new GuestTrapException(FaultReason.GuestAbort, RegularExit);
        }

        vm.Log.Write(LogLevel.Error, $"wasi proc_exit({code})");
        throw new GuestTrapException(FaultReason.GuestAbort, $"the guest ended itself with code {code}");
    }

    private int WriteBoth(int firstSlot, int first, int secondSlot, int second) =>
        (int)(vm.Memory.TryWriteUInt32(firstSlot, (uint)first) && vm.Memory.TryWriteUInt32(secondSlot, (uint)second)
            ? WasiErrno.Success
            : WasiErrno.Fault);
}
