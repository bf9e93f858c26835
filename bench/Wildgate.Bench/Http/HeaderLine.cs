using System.Buffers;

namespace Wildgate.Bench.Http;

/// <summary>One field line (RFC 9112 section 5).</summary>
internal static class HeaderLine
{
    private static readonly SearchValues<byte> TokenBytes = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Splits a line without its CRLF. False when the name is empty or no token, which includes folded
    /// lines and a space before the colon.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = default;
        value = default;
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || !IsToken(line[..colon]))
        {
            return false;
        }

        name = line[..colon];
        value = line[(colon + 1)..].Trim(" \t"u8);
        return true;
    }

    public static bool IsToken(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 0 && bytes.IndexOfAnyExcept(TokenBytes) < 0;
}
