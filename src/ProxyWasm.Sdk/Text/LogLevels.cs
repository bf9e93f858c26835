using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Text;

/// <summary>The levels of a log as types, for <see cref="LogMessage{TLevel}"/>.</summary>
public static class LogLevels
{
    /// <summary><see cref="LogLevel.Trace"/>.</summary>
    public readonly struct Trace : ILogLevel
    {
        /// <inheritdoc/>
        public static LogLevel Level => LogLevel.Trace;
    }

    /// <summary><see cref="LogLevel.Debug"/>.</summary>
    public readonly struct Debug : ILogLevel
    {
        /// <inheritdoc/>
        public static LogLevel Level => LogLevel.Debug;
    }

    /// <summary><see cref="LogLevel.Info"/>.</summary>
    public readonly struct Info : ILogLevel
    {
        /// <inheritdoc/>
        public static LogLevel Level => LogLevel.Info;
    }

    /// <summary><see cref="LogLevel.Warn"/>.</summary>
    public readonly struct Warn : ILogLevel
    {
        /// <inheritdoc/>
        public static LogLevel Level => LogLevel.Warn;
    }

    /// <summary><see cref="LogLevel.Error"/>.</summary>
    public readonly struct Error : ILogLevel
    {
        /// <inheritdoc/>
        public static LogLevel Level => LogLevel.Error;
    }

    /// <summary><see cref="LogLevel.Critical"/>.</summary>
    public readonly struct Critical : ILogLevel
    {
        /// <inheritdoc/>
        public static LogLevel Level => LogLevel.Critical;
    }
}
