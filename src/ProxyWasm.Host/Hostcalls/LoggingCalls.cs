using ProxyWasm.Abi;
using ProxyWasm.Host.Vms;

namespace ProxyWasm.Host.Hostcalls;

/// <summary>Logging and time.</summary>
internal sealed class LoggingCalls(Vm vm)
{
    public void Define(HostcallRegistry registry)
    {
        registry.AddAlways<int, int, int>("proxy_log", Log);
        registry.Add<int>("proxy_get_log_level", GetLogLevel);
        registry.Add<int>("proxy_get_current_time_nanoseconds", GetCurrentTime);
    }

    private int Log(int level, int message, int messageSize)
    {
        if ((uint)level > (uint)LogLevel.Critical)
        {
            return (int)Status.BadArgument;
        }

        if (!vm.Memory.TryView(message, messageSize, out var text))
        {
            return (int)Status.InvalidMemoryAccess;
        }

        vm.Log.Write((LogLevel)level, text);
        return (int)Status.Ok;
    }

    private int GetLogLevel(int levelSlot) => (int)(vm.Memory.TryWriteUInt32(levelSlot, (uint)vm.Log.Level)
        ? Status.Ok
        : Status.InvalidMemoryAccess);

    private int GetCurrentTime(int timeSlot) =>
        (int)(vm.Memory.TryWriteUInt64(timeSlot, UnixTime.Nanoseconds(vm.Services.Time))
            ? Status.Ok
            : Status.InvalidMemoryAccess);
}
