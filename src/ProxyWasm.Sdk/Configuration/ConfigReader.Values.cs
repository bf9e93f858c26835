using System.Buffers.Text;
using ProxyWasm.Sdk.Text;

namespace ProxyWasm.Sdk.Configuration;

public ref partial struct ConfigReader
{
    /// <summary>Reads a configuration within another.</summary>
    public static TConfig? ReadNested<TConfig>(ref ConfigReader reader)
        where TConfig : class, IPluginConfig<TConfig> => TConfig.Read(ref reader);

    /// <summary>Reads text of a limited length.</summary>
    /// <param name="least">Least number of characters.</param>
    /// <param name="most">Greatest number of characters.</param>
    public string ReadString(int least, int most)
    {
        var text = ReadString();
        if (text.Length < least || text.Length > most)
        {
            FailCount("characters", least, most);
        }

        return text;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="least">The least that is acceptable.</param>
    /// <param name="most">The greatest that is acceptable.</param>
    public double ReadNumber(double least, double most)
    {
        var rest = _json[_position..];
        var isJson = rest.Length > 0 && rest[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9');
        if (!isJson || !Utf8Parser.TryParse(rest, out double value, out var length))
        {
            Fail("expected a number");
            return least;
        }

        if (value < least || value > most)
        {
            Fail("the number is out of its range");
            return least;
        }

        _position += length;
        return value;
    }

    /// <summary>
    /// Reads a duration: seconds as a number, or text such as <c>1.5s</c>, <c>250ms</c>, <c>5m</c>, <c>1h</c>.
    /// </summary>
    public TimeSpan ReadDuration()
    {
        const string Expected = "expected a duration, such as \"1.5s\", \"250ms\" or \"5m\"";
        if (_position == _json.Length || _json[_position] != '"')
        {
            return TimeSpan.FromTicks((long)(ReadNumber(0, int.MaxValue) * TimeSpan.TicksPerSecond));
        }

        var start = _position;
        var text = ReadText();
        if (!Utf8Parser.TryParse(text, out double value, out var length) || value is < 0 or > int.MaxValue)
        {
            _position = start;
            Fail(Expected);
            return default;
        }

        var unit = text[length..];
        var ticks = unit.SequenceEqual("s"u8) ? TimeSpan.TicksPerSecond
            : unit.SequenceEqual("ms"u8) ? TimeSpan.TicksPerMillisecond
            : unit.SequenceEqual("m"u8) ? TimeSpan.TicksPerMinute
            : unit.SequenceEqual("h"u8) ? TimeSpan.TicksPerHour
            : 0;
        if (ticks == 0)
        {
            _position = start;
            Fail(Expected);
        }

        return TimeSpan.FromTicks((long)(value * ticks));
    }

    /// <summary>Notes that a list has too few or too many elements, or a text characters.</summary>
    /// <param name="what">Of what there are too few or too many.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number.</param>
    public void FailCount(string what, int least, int most)
    {
        var text = new TextBuffer(stackalloc byte[128]);
        text.Append("expected "u8);
        if (most == int.MaxValue)
        {
            text.Append("at least "u8);
            text.Append(least);
        }
        else
        {
            text.Append(least);
            text.Append(" to "u8);
            text.Append(most);
        }

        text.Append((byte)' ');
        text.Append(what);
        Fail(Utf8Text.Decode(text.Written));
    }

    /// <summary>Notes that there is no such field.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="known">The fields that exist.</param>
    public void FailUnknown(scoped ReadOnlySpan<byte> name, string known)
    {
        Enter(Utf8Text.Decode(name));
        Fail(string.Concat("there is no such field; known are ", known));
    }

    private void FailRange(long least, long most)
    {
        var text = new TextBuffer(stackalloc byte[128]);
        text.Append("expected a number from "u8);
        text.Append(least);
        text.Append(" to "u8);
        text.Append(most);
        Fail(Utf8Text.Decode(text.Written));
    }
}
