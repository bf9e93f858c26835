using System.Buffers.Text;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Configuration;

public ref partial struct ConfigReader
{
    /// <summary>Reads a configuration within another.</summary>
    public static TConfig? ReadNested<TConfig>(ref ConfigReader reader)
        where TConfig : class, IPluginConfig<TConfig> => TConfig.Read(ref reader);

    /// <summary>Reads true or false.</summary>
    public bool ReadBoolean()
    {
        if (TryTake("true"u8))
        {
            return true;
        }

        if (!TryTake("false"u8))
        {
            Fail("expected true or false"u8);
        }

        return false;
    }

    /// <summary>Reads text of a limited length.</summary>
    /// <param name="least">Least number of characters.</param>
    /// <param name="most">Greatest number of characters.</param>
    public string ReadString(int least, int most)
    {
        var text = ReadText();

        // Characters as JSON Schema counts them: a text in UTF-8 has one for each byte that begins one.
        var count = 0;
        foreach (var unit in text)
        {
            count += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        RequireCount(" characters"u8, count, least, most);
        return Utf8Text.Decode(text);
    }

    /// <summary>Reads a whole number; 1.0 and 1e3 are such too, as in JSON Schema.</summary>
    /// <param name="least">The least that is acceptable.</param>
    /// <param name="most">The greatest that is acceptable.</param>
    public long ReadInteger(long least, long most)
    {
        var start = _position;
        var isNegative = Peek == '-';
        if (!SkipNumber() || !TryReadInteger(_json[start.._position], out var value))
        {
            _position = start;
            Fail("expected a whole number"u8);
            return least;
        }

        var limit = isNegative ? (ulong)long.MaxValue + 1 : long.MaxValue;
        var number = isNegative ? unchecked((long)(0 - value)) : (long)value;
        if (value > limit || number < least || number > most)
        {
            FailCount("a number from "u8, least, most, default);
            return least;
        }

        return number;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="least">The least that is acceptable.</param>
    /// <param name="most">The greatest that is acceptable.</param>
    public double ReadNumber(double least, double most)
    {
        var start = _position;
        if (!SkipNumber() || !Utf8Parser.TryParse(_json[start.._position], out double value, out _))
        {
            _position = start;
            Fail("expected a number"u8);
            return least;
        }

        // No comparison with what is no number holds.
        if (!(value >= least && value <= most))
        {
            Fail("the number is out of its range"u8);
            return least;
        }

        return value;
    }

    /// <summary>
    /// Reads a duration: seconds as a number, or text such as <c>1.5s</c>, <c>250ms</c>, <c>5m</c>, <c>1h</c>.
    /// </summary>
    public TimeSpan ReadDuration()
    {
        if (Peek != '"')
        {
            return TimeSpan.FromTicks((long)(ReadNumber(0, int.MaxValue) * TimeSpan.TicksPerSecond));
        }

        var text = ReadText();
        var (ticks, digits) = text switch
        {
            [.. var number, (byte)'m', (byte)'s'] => (TimeSpan.TicksPerMillisecond, number.Length),
            [.. var number, (byte)'s'] => (TimeSpan.TicksPerSecond, number.Length),
            [.. var number, (byte)'m'] => (TimeSpan.TicksPerMinute, number.Length),
            [.. var number, (byte)'h'] => (TimeSpan.TicksPerHour, number.Length),
            _ => (0, 0),
        };
        if (!TryReadTime(text[..digits], ticks, out var time))
        {
            Fail("expected a duration, such as \"1.5s\", \"250ms\" or \"5m\""u8);
        }

        return TimeSpan.FromTicks(time);
    }

    /// <summary>Requires that a list or a map has not too few and not too many elements.</summary>
    /// <param name="count">How many it has.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number.</param>
    public void RequireCount(int count, int least, int most) => RequireCount(" elements"u8, count, least, most);

    private void RequireCount(scoped ReadOnlySpan<byte> what, int count, int least, int most)
    {
        if (count < least || count > most)
        {
            var end = Math.Max(least, most == int.MaxValue ? 0 : most) == 1 ? 1 : 0;
            FailCount(most == int.MaxValue ? "at least "u8 : default, least, most, what[..^end]);
        }
    }

    // A maximum that is none is not told of where things are counted.
    private void FailCount(scoped ReadOnlySpan<byte> before, long least, long most, scoped ReadOnlySpan<byte> what)
    {
        var text = default(TextBuffer);
        text.Append(before);
        text.Append(least);
        if (what.IsEmpty || (most != int.MaxValue && most != least))
        {
            text.Append(" to "u8);
            text.Append(most);
        }

        text.Append(what);
        Fail("expected "u8, text.Written);
    }

    // Whether there is a number as JSON has it; else the place is anywhere.
    private bool SkipNumber()
    {
        Take((byte)'-');
        var first = Peek;
        var whole = SkipDigits();
        var isNumber = whole == 1 || (whole > 1 && first != '0');
        isNumber &= !Take((byte)'.') || SkipDigits() > 0;
        if (Take((byte)'e') || Take((byte)'E'))
        {
            _position += Peek is '+' or '-' ? 1 : 0;
            isNumber &= SkipDigits() > 0;
        }

        return isNumber;
    }

    // The value without its sign, the greatest there is when it is greater than that; false when it has a fraction.
    private static bool TryReadInteger(ReadOnlySpan<byte> number, out ulong value)
    {
        // Zeros count once another digit comes behind them, so that those at the end can be taken away.
        value = 0;
        var zeros = 0;
        var fraction = 0;
        var isFraction = false;
        var place = 0;
        for (; place < number.Length && (number[place] | 0x20) != 'e'; place++)
        {
            if (number[place] is < (byte)'0' or > (byte)'9')
            {
                isFraction |= number[place] == '.';
                continue;
            }

            zeros++;
            fraction += isFraction ? 1 : 0;
            if (number[place] != '0')
            {
                value = Append(value, zeros, number[place] - '0');
                zeros = 0;
            }
        }

        var exponent = zeros - fraction + ReadExponent(number[Math.Min(place + 1, number.Length)..]);
        var isWhole = value == 0 || exponent >= 0;
        value = Append(value, exponent, 0);
        return isWhole;
    }

    private static ulong Append(ulong value, int zeros, int digit)
    {
        for (; zeros > 0 && value != 0; zeros--)
        {
            if (value > ulong.MaxValue / 10)
            {
                return ulong.MaxValue;
            }

            value *= 10;
        }

        return value > ulong.MaxValue - (ulong)digit ? ulong.MaxValue : value + (ulong)digit;
    }

    private static int ReadExponent(ReadOnlySpan<byte> text)
    {
        // Beyond what the digits of a configuration could make up for.
        const int Most = 1_000_000_000;

        var exponent = 0;
        foreach (var unit in text)
        {
            exponent = unit is < (byte)'0' or > (byte)'9' ? exponent : Math.Min(Most, (exponent * 10) + unit - '0');
        }

        return text.Length > 0 && text[0] == '-' ? -exponent : exponent;
    }

    private int SkipDigits()
    {
        var start = _position;
        while (Peek is >= '0' and <= '9')
        {
            _position++;
        }

        return _position - start;
    }

    // Digits with or without a fraction, of a unit. Of so few digits every unit is within a TimeSpan.
    private static bool TryReadTime(ReadOnlySpan<byte> text, long unit, out long ticks)
    {
        const int MostDigits = 8;
        const int MostFractionDigits = 9;

        ticks = 0;
        var point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? default : text[(point + 1)..];
        if (whole.Length is 0 or > MostDigits || fraction.Length > MostFractionDigits
            || (point >= 0 && fraction.IsEmpty)
            || whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        foreach (var digit in whole)
        {
            ticks = (ticks * 10) + digit - '0';
        }

        ticks *= unit;
        foreach (var digit in fraction)
        {
            unit /= 10;
            ticks += unit * (digit - '0');
        }

        return true;
    }
}
