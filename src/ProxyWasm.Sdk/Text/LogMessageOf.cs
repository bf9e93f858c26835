using System.Runtime.CompilerServices;

namespace ProxyWasm.Sdk.Text;

/// <summary>As <see cref="LogMessage"/>, with a level that is known when the plugin is built.</summary>
/// <typeparam name="TLevel">The level.</typeparam>
[InterpolatedStringHandler]
public ref struct LogMessage<TLevel>
    where TLevel : ILogLevel
{
    private LogMessage _message;

    /// <summary>Begins a message.</summary>
    /// <param name="literalLength">Characters outside of the holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    /// <param name="isEnabled">Whether the rest of the string is wanted.</param>
    public LogMessage(int literalLength, int formattedCount, out bool isEnabled) =>
        _message = new LogMessage(literalLength, formattedCount, TLevel.Level, out isEnabled);

    /// <inheritdoc cref="LogMessage.AppendLiteral"/>
    public void AppendLiteral(string text) => _message.AppendLiteral(text);

    /// <inheritdoc cref="LogMessage.AppendFormatted(string)"/>
    public void AppendFormatted(string? text) => _message.AppendFormatted(text);

    /// <inheritdoc cref="LogMessage.AppendFormatted(ReadOnlySpan{byte})"/>
    public void AppendFormatted(ReadOnlySpan<byte> utf8) => _message.AppendFormatted(utf8);

    /// <inheritdoc cref="LogMessage.AppendFormatted(int)"/>
    public void AppendFormatted(int value) => _message.AppendFormatted(value);

    /// <inheritdoc cref="LogMessage.AppendFormatted(int)"/>
    public void AppendFormatted(long value) => _message.AppendFormatted(value);

    /// <inheritdoc cref="LogMessage.AppendFormatted(int)"/>
    public void AppendFormatted(ulong value) => _message.AppendFormatted(value);

    /// <inheritdoc cref="LogMessage.AppendFormatted{T}(T)"/>
    public void AppendFormatted<T>(T value) => _message.AppendFormatted(value);

    /// <inheritdoc cref="LogMessage.AppendFormatted{T}(T, string)"/>
    public void AppendFormatted<T>(T value, string? format) => _message.AppendFormatted(value, format);

    /// <inheritdoc cref="LogMessage.AppendFormatted{T}(T, int, string)"/>
    public void AppendFormatted<T>(T value, int alignment, string? format = null) =>
        _message.AppendFormatted(value, alignment, format);

    internal readonly void Write() => _message.Write(TLevel.Level);
}
