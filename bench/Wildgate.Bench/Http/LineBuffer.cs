namespace Wildgate.Bench.Http;

/// <summary>Cuts CRLF-terminated lines out of a byte stream whose reads may end anywhere. A line that lies within one
/// read is not copied.</summary>
internal sealed class LineBuffer(int limitBytes)
{
    private readonly byte[] _carried = new byte[limitBytes];
    private int _length;

    /// <summary>Why the last read was malformed.</summary>
    public string Error { get; private set; } = "";

    public void Reset() => _length = 0;

    /// <summary>Takes bytes up to the end of the line. <paramref name="line"/> excludes CRLF and is valid until the
    /// next call.</summary>
    public ReadOutcome Read(ReadOnlySpan<byte> bytes, out int consumed, out ReadOnlySpan<byte> line)
    {
        line = default;
        var end = bytes.IndexOf((byte)'\n');
        consumed = end < 0 ? bytes.Length : end + 1;
        if (_length + consumed > limitBytes)
        {
            Error = $"a line is longer than {limitBytes} bytes";
            return ReadOutcome.Malformed;
        }

        if (end < 0)
        {
            bytes.CopyTo(_carried.AsSpan(_length));
            _length += bytes.Length;
            return ReadOutcome.NeedMore;
        }

        line = bytes[..consumed];
        if (_length > 0)
        {
            line.CopyTo(_carried.AsSpan(_length));
            line = _carried.AsSpan(0, _length + consumed);
            _length = 0;
        }

        return Trim(ref line);
    }

    private ReadOutcome Trim(ref ReadOnlySpan<byte> line)
    {
        if (line.Length < 2 || line[^2] != '\r')
        {
            Error = $"line {Quoted.Text(line[..^1])} ends in LF without CR";
            return ReadOutcome.Malformed;
        }

        line = line[..^2];
        if (line.IndexOfAny((byte)'\r', (byte)0) >= 0)
        {
            Error = $"line {Quoted.Text(line)} has a CR or NUL inside";
            return ReadOutcome.Malformed;
        }

        return ReadOutcome.Complete;
    }
}
