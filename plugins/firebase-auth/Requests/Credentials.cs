namespace FirebaseAuth.Requests;

/// <summary>Where a request carries its token.</summary>
internal static class Credentials
{
    private static ReadOnlySpan<byte> Scheme => "bearer"u8;

    /// <summary>
    /// The token in the value of <c>Authorization</c> (RFC 6750); empty when it is of another scheme.
    /// </summary>
    public static ReadOnlySpan<byte> Bearer(ReadOnlySpan<byte> authorization)
    {
        if (authorization.Length <= Scheme.Length || authorization[Scheme.Length] != ' ')
        {
            return default;
        }

        for (var index = 0; index < Scheme.Length; index++)
        {
            if ((authorization[index] | 0x20) != Scheme[index])
            {
                return default;
            }
        }

        return Trim(authorization[(Scheme.Length + 1)..]);
    }

    /// <summary>
    /// The value of the first cookie of this name in the value of <c>Cookie</c> (RFC 6265); empty when there is none.
    /// </summary>
    public static ReadOnlySpan<byte> Cookie(ReadOnlySpan<byte> cookies, ReadOnlySpan<byte> name)
    {
        while (!cookies.IsEmpty)
        {
            var end = cookies.IndexOf((byte)';');
            var cookie = Trim(end < 0 ? cookies : cookies[..end]);
            cookies = end < 0 ? [] : cookies[(end + 1)..];
            if (cookie.Length > name.Length && cookie[name.Length] == '=' && cookie.StartsWith(name))
            {
                return cookie[(name.Length + 1)..];
            }
        }

        return default;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && text[0] == ' ')
        {
            text = text[1..];
        }

        while (!text.IsEmpty && text[^1] == ' ')
        {
            text = text[..^1];
        }

        return text;
    }
}
