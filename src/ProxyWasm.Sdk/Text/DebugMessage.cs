using System.Runtime.CompilerServices;
using ProxyWasm.Abi;

namespace ProxyWasm.Sdk.Text;

/// <summary>An interpolated string that is put together only if the host wants level debug.</summary>
[InterpolatedStringHandler]
public ref struct DebugMessage
{
    private LogMessage _message;

    /// <summary>Begins a message.</summary>
    /// <param name="literalLength">Characters outside of the holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    /// <param name="isEnabled">Whether the rest of the string is wanted.</param>
    public DebugMessage(int literalLength, int formattedCount, out bool isEnabled) =>
        _message = new LogMessage(literalLength, formattedCount, LogLevel.Debug, out isEnabled);

    /// <inheritdoc cref="LogMessage.AppendLiteral"/>
    public void AppendLiteral(string text) => _message.AppendLiteral(text);

    /// <inheritdoc cref="LogMessage.AppendFormatted(string)"/>
    public void AppendFormatted(string? text) => _message.AppendFormatted(text);

    /// <inheritdoc cref="LogMessage.AppendFormatted(ReadOnlySpan{byte})"/>
    public void AppendFormatted(ReadOnlySpan<byte> utf8) => _message.AppendFormatted(utf8);

    /// <inheritdoc cref="LogMessage.AppendFormatted(long)"/>
    public void AppendFormatted(long value) => _message.AppendFormatted(value);

    /// <inheritdoc cref="LogMessage.AppendFormatted{T}(T)"/>
    public void AppendFormatted<T>(T value) => _message.AppendFormatted(value);

    internal readonly void Write() => _message.Write(LogLevel.Debug);
}
