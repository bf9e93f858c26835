using System.Runtime.CompilerServices;
using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Text;

/// <summary>An interpolated string that is put together only if the host wants its level.</summary>
[InterpolatedStringHandler]
public ref struct LogMessage
{
    private const int HoleBytes = 16;

    private readonly bool _isEnabled;
    private TextBuffer _text;

    /// <summary>Begins a message.</summary>
    /// <param name="literalLength">Characters outside of the holes.</param>
    /// <param name="formattedCount">Number of holes.</param>
    /// <param name="level">Level of the message.</param>
    /// <param name="isEnabled">Whether the rest of the string is wanted.</param>
    public LogMessage(int literalLength, int formattedCount, LogLevel level, out bool isEnabled)
    {
        _isEnabled = isEnabled = Log.IsEnabled(level);
        _text = isEnabled ? new TextBuffer(new byte[literalLength + (formattedCount * HoleBytes)]) : default;
    }

    /// <summary>Appends what stands outside of the holes.</summary>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Appends text.</summary>
    public void AppendFormatted(string? text) => _text.Append(text);

    /// <summary>Appends UTF-8 as it is: a header, for example.</summary>
    public void AppendFormatted(ReadOnlySpan<byte> utf8) => _text.Append(utf8);

    /// <summary>Appends a number in decimal digits.</summary>
    public void AppendFormatted(long value) => _text.Append(value);

    /// <summary>Appends what <see cref="object.ToString"/> gives.</summary>
    public void AppendFormatted<T>(T value) => _text.Append(value?.ToString());

    internal readonly void Write(LogLevel level)
    {
        if (_isEnabled)
        {
            Hostcalls.Log(level, _text.Written);
        }
    }
}
