using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ProxyWasm.Abi.Wire;

/// <summary>Text of headers as bytes: one byte for each character, so that every byte survives both ways.</summary>
/// <remarks>
/// Characters up to U+00FF become the byte of the same number (Latin-1), others become <c>?</c>.
/// <see cref="Encoding.Latin1"/> is no substitute: it replaces characters by look-alikes, which can turn text that
/// passed a check into a delimiter. It is right for the way back, from bytes to text.
/// </remarks>
public static class HeaderText
{
    private const byte Replacement = (byte)'?';

    /// <summary>Writes the name of a header, its ASCII letters in lower case.</summary>
    /// <param name="name">Name in any case.</param>
    /// <param name="destination">Where to write; at least as many bytes as the name has characters.</param>
    /// <exception cref="ArgumentException">The destination is shorter than the name.</exception>
    public static void EncodeName(ReadOnlySpan<char> name, Span<byte> destination)
    {
        CheckLength(name, destination);
        if (Ascii.ToLower(name, destination, out int written) == OperationStatus.Done)
        {
            return;
        }

        for (int i = written; i < name.Length; i++)
        {
            destination[i] = Encode(char.IsAsciiLetterUpper(name[i]) ? (char)(name[i] | 0x20) : name[i]);
        }
    }

    /// <summary>Writes the value of a header.</summary>
    /// <param name="value">Value.</param>
    /// <param name="destination">Where to write; at least as many bytes as the value has characters.</param>
    /// <exception cref="ArgumentException">The destination is shorter than the value.</exception>
    public static void EncodeValue(ReadOnlySpan<char> value, Span<byte> destination)
    {
        CheckLength(value, destination);
        if (Ascii.FromUtf16(value, destination, out int written) == OperationStatus.Done)
        {
            return;
        }

        for (int i = written; i < value.Length; i++)
        {
            destination[i] = Encode(value[i]);
        }
    }

    private static byte Encode(char character) => character <= 0xFF ? (byte)character : Replacement;

    private static void CheckLength(ReadOnlySpan<char> text, Span<byte> destination)
    {
        if (text.Length > destination.Length)
        {
            ThrowTooSmall(text.Length, destination);
        }
    }

    [DoesNotReturn]
    private static void ThrowTooSmall(int needed, ReadOnlySpan<byte> destination) =>
        throw new ArgumentException(
            $"The text takes {needed} bytes and the destination has {destination.Length}: "
            + "give one byte for each character.",
            nameof(destination));
}
