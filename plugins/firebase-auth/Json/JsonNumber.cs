namespace FirebaseAuth.Json;

/// <summary>Numbers as JSON writes them.</summary>
internal static class JsonNumber
{
    // The largest integer that every JSON implementation reads exactly: 2^53 - 1.
    private const long MaxExact = 9_007_199_254_740_991;

    /// <summary>How many bytes the number at the beginning takes, 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        var position = At(text, 0) == '-' ? 1 : 0;
        var whole = Digits(text, position);
        if (whole == 0 || (whole > 1 && text[position] == '0'))
        {
            return 0;
        }

        position += whole;
        if (At(text, position) == '.')
        {
            var fraction = Digits(text, position + 1);
            if (fraction == 0)
            {
                return 0;
            }

            position += 1 + fraction;
        }

        return At(text, position) is 'e' or 'E' ? Exponent(text, position + 1) : position;
    }

    /// <summary>A non-negative integer without fraction and exponent, exact in every implementation of JSON.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > 16 || Digits(text, 0) != text.Length)
        {
            return false;
        }

        foreach (var digit in text)
        {
            value = (value * 10) + (digit - '0');
        }

        return value <= MaxExact;
    }

    private static int Exponent(ReadOnlySpan<byte> text, int position)
    {
        if (At(text, position) is '+' or '-')
        {
            position++;
        }

        var digits = Digits(text, position);
        return digits == 0 ? 0 : position + digits;
    }

    private static int Digits(ReadOnlySpan<byte> text, int position)
    {
        var count = 0;
        while (At(text, position + count) is >= '0' and <= '9')
        {
            count++;
        }

        return count;
    }

    private static int At(ReadOnlySpan<byte> text, int position) => position < text.Length ? text[position] : -1;
}
