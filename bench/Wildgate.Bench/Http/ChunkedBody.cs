using System.Buffers;
using System.Globalization;

namespace Wildgate.Bench.Http;

/// <summary>Reads a chunked body (RFC 9112 section 7.1) with extensions and trailers, counting its data.</summary>
internal sealed class ChunkedBody
{
    private const int LineLimitBytes = 8 * 1024;
    private const int TrailerLimitLines = 256;

    /// <summary>15 hexadecimal digits always fit a positive <see cref="long"/>.</summary>
    private const int SizeLimitDigits = 15;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private readonly LineBuffer _lines = new(LineLimitBytes);
    private State _state;
    private long _left;
    private int _trailers;

    private enum State
    {
        Size,
        Data,
        DataEnd,
        Trailers,
        Complete,
    }

    /// <summary>Data bytes read, without framing.</summary>
    public long DataBytes { get; private set; }

    /// <summary>Why the last read was malformed.</summary>
    public string Error { get; private set; } = "";

    public void Reset()
    {
        _lines.Reset();
        _state = State.Size;
        _trailers = 0;
        DataBytes = 0;
    }

    public ReadOutcome Read(ReadOnlySpan<byte> bytes, out int consumed)
    {
        consumed = 0;
        while (_state != State.Complete)
        {
            var rest = bytes[consumed..];
            if (rest.IsEmpty)
            {
                return ReadOutcome.NeedMore;
            }

            if (_state == State.Data)
            {
                consumed += Skip(rest.Length);
                continue;
            }

            var outcome = _lines.Read(rest, out var taken, out var line);
            consumed += taken;
            if (outcome == ReadOutcome.Malformed)
            {
                return Fail(_lines.Error);
            }

            if (outcome == ReadOutcome.Complete && !TakeLine(line))
            {
                return ReadOutcome.Malformed;
            }
        }

        return ReadOutcome.Complete;
    }

    private int Skip(int available)
    {
        var taken = (int)Math.Min(available, _left);
        _left -= taken;
        DataBytes += taken;
        if (_left == 0)
        {
            _state = State.DataEnd;
        }

        return taken;
    }

    private bool TakeLine(ReadOnlySpan<byte> line) => _state switch
    {
        State.Size => TakeSize(line),
        State.DataEnd => TakeDataEnd(line),
        _ => TakeTrailer(line),
    };

    private bool TakeSize(ReadOnlySpan<byte> line)
    {
        var digits = line.IndexOfAnyExcept(HexDigits);
        digits = digits < 0 ? line.Length : digits;
        var extension = line[digits..].TrimStart(" \t"u8);
        var isExtended = digits < line.Length;
        if (digits is 0 or > SizeLimitDigits || (isExtended && (extension.IsEmpty || extension[0] != ';')))
        {
            Fail($"chunk size {Quoted.Text(line)} is not a hexadecimal number of at most {SizeLimitDigits} digits");
            return false;
        }

        _left = long.Parse(line[..digits], NumberStyles.AllowHexSpecifier, null);
        _state = _left == 0 ? State.Trailers : State.Data;
        return true;
    }

    private bool TakeDataEnd(ReadOnlySpan<byte> line)
    {
        if (!line.IsEmpty)
        {
            Fail($"{Quoted.Text(line)} follows a chunk's data where CRLF belongs");
            return false;
        }

        _state = State.Size;
        return true;
    }

    private bool TakeTrailer(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            _state = State.Complete;
            return true;
        }

        if (++_trailers > TrailerLimitLines || !HeaderLine.TrySplit(line, out _, out _))
        {
            Fail($"trailer {Quoted.Text(line)} is no header or is one of more than {TrailerLimitLines}");
            return false;
        }

        return true;
    }

    private ReadOutcome Fail(string error)
    {
        Error = error;
        return ReadOutcome.Malformed;
    }
}
