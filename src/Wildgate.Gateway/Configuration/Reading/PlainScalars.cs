using System.Globalization;

namespace Wildgate.Gateway.Configuration.Reading;

/// <summary>
/// What the words of a YAML file mean to Envoy, whose parser follows YAML 1.1: <c>yes</c> is true and <c>010</c> is 8.
/// </summary>
internal static class PlainScalars
{
    private static readonly string[] True = ["true", "yes", "on", "y"];
    private static readonly string[] False = ["false", "no", "off", "n"];

    /// <summary>Reads lower case, upper case and capitalised words.</summary>
    public static bool TryReadBoolean(string text, out bool value)
    {
        value = IsAmong(True, text);
        return value || IsAmong(False, text);
    }

    /// <summary>Reads decimal, hexadecimal (<c>0x</c>) and octal (<c>0</c>) numbers of 64 bits.</summary>
    public static bool TryReadInteger(string text, out long value)
    {
        var digits = text.AsSpan();
        var negative = digits.StartsWith("-");
        if (negative || digits.StartsWith("+"))
        {
            digits = digits[1..];
        }

        var radix = 10;
        if (digits.StartsWith("0x") || digits.StartsWith("0X"))
        {
            radix = 16;
            digits = digits[2..];
        }
        else if (digits.Length > 1 && digits[0] == '0')
        {
            radix = 8;
        }

        return TryReadDigits(digits, radix, negative, out value);
    }

    private static bool TryReadDigits(ReadOnlySpan<char> digits, int radix, bool negative, out long value)
    {
        value = 0;
        var number = Int128.Zero;
        foreach (var character in digits)
        {
            if (!char.IsAsciiHexDigit(character))
            {
                return false;
            }

            var digit = int.Parse([character], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            number = (number * radix) + digit;
            if (digit >= radix || number > (Int128)long.MaxValue + 1)
            {
                return false;
            }
        }

        number = negative ? -number : number;
        if (digits.IsEmpty || number > long.MaxValue)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    private static bool IsAmong(string[] words, string text)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                var isLowerOrCapitalised = text.AsSpan(1).IndexOfAnyInRange('A', 'Z') < 0;
                return isLowerOrCapitalised || text.AsSpan().IndexOfAnyInRange('a', 'z') < 0;
            }
        }

        return false;
    }
}
