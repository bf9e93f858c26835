namespace ProxyWasm.Sdk.Http;

/// <summary>Reads status codes.</summary>
internal static class StatusCode
{
    /// <summary>The code, or 0 when the text is not one.</summary>
    public static int Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length != 3)
        {
            return 0;
        }

        var code = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return 0;
            }

            code = (code * 10) + digit - '0';
        }

        return code;
    }
}
