using System.Globalization;
using System.Runtime.CompilerServices;
using ProxyWasm.Abi;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Text;

/// <summary>An interpolated string that is put together only if the host wants its level.</summary>
/// <remarks>Numbers and dates have the form of the invariant culture, natively as well as in a module.</remarks>
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
    public void AppendFormatted(int value) => _text.Append(value);

    /// <inheritdoc cref="AppendFormatted(int)"/>
    public void AppendFormatted(long value) => _text.Append(value);

    /// <inheritdoc cref="AppendFormatted(int)"/>
    public void AppendFormatted(ulong value) => _text.Append(value);

    /// <summary>Appends what <see cref="object.ToString"/> gives; nothing for null.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <summary>Appends a value in a form, as in <c>{price:F2}</c>.</summary>
    /// <exception cref="FormatException">The type does not know the form.</exception>
    public void AppendFormatted<T>(T value, string? format) => _text.Append(TextOf(value, format));

    /// <summary>
    /// Appends a value with spaces before it, or behind it when the width is negative: <c>{name,-10}</c>.
    /// </summary>
    /// <exception cref="FormatException">The type does not know the form.</exception>
    public void AppendFormatted<T>(T value, int alignment, string? format = null)
    {
        var text = TextOf(value, format) ?? "";
        _text.Append(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment));
    }

    internal readonly void Write(LogLevel level)
    {
        if (_isEnabled)
        {
            Hostcalls.Log(level, _text.Written);
        }
    }

    private static string? TextOf<T>(T value, string? format) => value is IFormattable
        ? ((IFormattable)value).ToString(format, CultureInfo.InvariantCulture)
        : value?.ToString();
}
