using FirebaseAuth.Json;

namespace FirebaseAuth.Keys;

/// <summary>How long an answer says that it may be kept (RFC 9111).</summary>
internal static class CacheControl
{
    /// <summary>Seconds that are left; 0 when the answer does not say or forbids to keep it.</summary>
    /// <param name="directives">The value of <c>Cache-Control</c>.</param>
    /// <param name="age">The value of <c>Age</c>: how long it has been kept by caches on the way, empty when
    /// unknown.</param>
    public static long Lifetime(ReadOnlySpan<byte> directives, ReadOnlySpan<byte> age)
    {
        long lifetime = 0;
        while (!directives.IsEmpty)
        {
            var comma = directives.IndexOf((byte)',');
            var directive = Trim(comma < 0 ? directives : directives[..comma]);
            directives = comma < 0 ? [] : directives[(comma + 1)..];
            if (Is(directive, "no-store"u8) || Is(directive, "no-cache"u8))
            {
                return 0;
            }

            if (directive.Length > MaxAge.Length && Is(directive[..MaxAge.Length], MaxAge))
            {
                lifetime = Seconds(directive[MaxAge.Length..]);
            }
        }

        return Math.Max(0, lifetime - Seconds(Trim(age)));
    }

    private static ReadOnlySpan<byte> MaxAge => "max-age="u8;

    private static long Seconds(ReadOnlySpan<byte> text) => JsonNumber.TryInteger(text, out var seconds) ? seconds : 0;

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase)
    {
        if (text.Length != lowerCase.Length)
        {
            return false;
        }

        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index] is >= (byte)'A' and <= (byte)'Z' ? text[index] | 0x20 : text[index];
            if (character != lowerCase[index])
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && text[0] is (byte)' ' or (byte)'\t')
        {
            text = text[1..];
        }

        while (!text.IsEmpty && text[^1] is (byte)' ' or (byte)'\t')
        {
            text = text[..^1];
        }

        return text;
    }
}
