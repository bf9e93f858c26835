using System.Diagnostics.CodeAnalysis;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>Bytes in protobuf's JSON form.</summary>
internal static class Base64Text
{
    /// <summary>Reads either alphabet, with or without padding, with spaces and line breaks anywhere.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var characters = new char[text.Length + 3];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            characters[length++] = character switch { '-' => '+', '_' => '/', _ => character };
        }

        for (; length % 4 != 0 && length < characters.Length; length++)
        {
            characters[length] = '=';
        }

        var buffer = new byte[length / 4 * 3];
        if (!Convert.TryFromBase64Chars(characters.AsSpan(0, length), buffer, out var written))
        {
            return false;
        }

        bytes = buffer[..written];
        return true;
    }
}
