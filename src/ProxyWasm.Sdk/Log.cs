using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk;

/// <summary>
/// Writes to the log of the host. An interpolated string is put together only if the host wants the level:
/// <c>Log.Debug($"uid {uid}")</c> costs a comparison when it does not.
/// </summary>
public static class Log
{
    /// <summary>Whether the host wants messages of a level.</summary>
    public static bool IsEnabled(LogLevel level) =>
        Hostcalls.GetLogLevel(out var least) != Status.Ok || level >= least;

    /// <summary>Writes a message in UTF-8, whatever the host wants.</summary>
    public static void Write(LogLevel level, ReadOnlySpan<byte> message) => Hostcalls.Log(level, message);

    /// <summary>Writes a message.</summary>
    public static void Write(LogLevel level, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = new TextBuffer(stackalloc byte[256]);
        text.Append(message);
        Hostcalls.Log(level, text.Written);
    }

    /// <summary>Writes an interpolated string if the host wants messages of the level.</summary>
    public static void Write(
        LogLevel level,
        [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument(nameof(level))] ref LogMessage message)
    {
        message.Write(level);
    }

    /// <summary>For the author alone: every step.</summary>
    public static void Trace(string message) => Write(LogLevel.Trace, message);

    /// <inheritdoc cref="Trace(string)"/>
    public static void Trace(ref LogMessage<LogLevels.Trace> message) => message.Write();

    /// <summary>What helps to find a fault.</summary>
    public static void Debug(string message) => Write(LogLevel.Debug, message);

    /// <inheritdoc cref="Debug(string)"/>
    public static void Debug(ref LogMessage<LogLevels.Debug> message) => message.Write();

    /// <summary>What an operator may want to know.</summary>
    public static void Info(string message) => Write(LogLevel.Info, message);

    /// <inheritdoc cref="Info(string)"/>
    public static void Info(ref LogMessage<LogLevels.Info> message) => message.Write();

    /// <summary>Something is wrong, and the plugin copes.</summary>
    public static void Warn(string message) => Write(LogLevel.Warn, message);

    /// <inheritdoc cref="Warn(string)"/>
    public static void Warn(ref LogMessage<LogLevels.Warn> message) => message.Write();

    /// <summary>Something failed.</summary>
    public static void Error(string message) => Write(LogLevel.Error, message);

    /// <inheritdoc cref="Error(string)"/>
    public static void Error(ref LogMessage<LogLevels.Error> message) => message.Write();

    /// <summary>The plugin cannot do its work.</summary>
    public static void Critical(string message) => Write(LogLevel.Critical, message);

    /// <inheritdoc cref="Critical(string)"/>
    public static void Critical(ref LogMessage<LogLevels.Critical> message) => message.Write();
}
