using System.Runtime.InteropServices;
using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Hosting;

/// <summary>What the SDK asks of its host: an import in a module, the test host under the JIT.</summary>
internal static unsafe partial class Hostcalls
{
    /// <summary>
    /// Whether this runs as a module. The compiler for WebAssembly knows the answer, so that a module has no trace of
    /// the other case.
    /// </summary>
    private static bool IsModule => OperatingSystem.IsBrowser();

    private static HostFunctions Native => PluginInstance.Current.Host;

    // A size below zero is no answer of a host that works.
    private static ReadOnlySpan<byte> Bytes(int status, byte* data, int size) => status == (int)Status.Ok && size > 0
        ? MemoryMarshal.CreateReadOnlySpan(ref *data, size)
        : default;

    public static Status Log(LogLevel level, ReadOnlySpan<byte> message)
    {
        if (!IsModule)
        {
            return Native.Log(level, message);
        }

        fixed (byte* messageData = message)
        {
            return (Status)Imports.proxy_log((int)level, messageData, message.Length);
        }
    }

    public static Status GetLogLevel(out LogLevel level)
    {
        if (!IsModule)
        {
            return Native.GetLogLevel(out level);
        }

        int levelOut = 0;
        var status = Imports.proxy_get_log_level(&levelOut);
        level = (LogLevel)levelOut;
        return (Status)status;
    }

    public static Status GetCurrentTime(out ulong nanoseconds)
    {
        if (!IsModule)
        {
            return Native.GetCurrentTime(out nanoseconds);
        }

        ulong nanosecondsOut = 0;
        var status = Imports.proxy_get_current_time_nanoseconds(&nanosecondsOut);
        nanoseconds = nanosecondsOut;
        return (Status)status;
    }

    public static Status SetEffectiveContext(int contextId)
    {
        if (!IsModule)
        {
            return Native.SetEffectiveContext(contextId);
        }

        return (Status)Imports.proxy_set_effective_context(contextId);
    }

    public static Status Done()
    {
        if (!IsModule)
        {
            return Native.Done();
        }

        return (Status)Imports.proxy_done();
    }

    public static Status SetTickPeriod(int milliseconds)
    {
        if (!IsModule)
        {
            return Native.SetTickPeriod(milliseconds);
        }

        return (Status)Imports.proxy_set_tick_period_milliseconds(milliseconds);
    }

    public static Status ContinueStream(StreamType stream)
    {
        if (!IsModule)
        {
            return Native.ContinueStream(stream);
        }

        return (Status)Imports.proxy_continue_stream((int)stream);
    }

    public static Status CloseStream(StreamType stream)
    {
        if (!IsModule)
        {
            return Native.CloseStream(stream);
        }

        return (Status)Imports.proxy_close_stream((int)stream);
    }

    public static Status GetProperty(scoped ReadOnlySpan<byte> path, out ReadOnlySpan<byte> value)
    {
        if (!IsModule)
        {
            return Native.GetProperty(path, out value);
        }

        byte* valueData = null;
        var valueSize = 0;
        fixed (byte* pathData = path)
        {
            var status = Imports.proxy_get_property(pathData, path.Length, &valueData, &valueSize);
            value = Bytes(status, valueData, valueSize);
            return (Status)status;
        }
    }

    public static Status SetProperty(ReadOnlySpan<byte> path, ReadOnlySpan<byte> value)
    {
        if (!IsModule)
        {
            return Native.SetProperty(path, value);
        }

        fixed (byte* pathData = path)
        fixed (byte* valueData = value)
        {
            return (Status)Imports.proxy_set_property(pathData, path.Length, valueData, value.Length);
        }
    }

    public static Status CallForeignFunction(
        scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> argument, out ReadOnlySpan<byte> result)
    {
        if (!IsModule)
        {
            return Native.CallForeignFunction(name, argument, out result);
        }

        byte* resultData = null;
        var resultSize = 0;
        fixed (byte* nameData = name)
        fixed (byte* argumentData = argument)
        {
            var status = Imports.proxy_call_foreign_function(
                nameData, name.Length, argumentData, argument.Length, &resultData, &resultSize);
            result = Bytes(status, resultData, resultSize);
            return (Status)status;
        }
    }
}
