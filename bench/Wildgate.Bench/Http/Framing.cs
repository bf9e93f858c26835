using System.Buffers.Text;
using System.Text;

namespace Wildgate.Bench.Http;

/// <summary>Collects what the headers of one message say about its end (RFC 9112 section 6 and 9.3).</summary>
internal struct Framing
{
    /// <summary>18 decimal digits always fit a positive <see cref="long"/>.</summary>
    private const int LengthLimitDigits = 18;

    private bool _close;
    private bool _keepAlive;

    /// <summary>Content-Length, or -1 without one.</summary>
    public long ContentLength { get; private set; }

    public bool IsChunked { get; private set; }

    public static Framing Empty => new() { ContentLength = -1 };

    /// <summary>Whether the connection may carry another message.</summary>
    public readonly bool IsPersistent(int minor) => minor == 0 ? _keepAlive && !_close : !_close;

    /// <summary>Takes a header into account; the error, or null when it is fine.</summary>
    public string? Observe(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 14 when Ascii.EqualsIgnoreCase(name, "content-length"u8):
                return ObserveLength(value);
            case 17 when Ascii.EqualsIgnoreCase(name, "transfer-encoding"u8):
                return ObserveCoding(value);
            case 10 when Ascii.EqualsIgnoreCase(name, "connection"u8):
                ObserveConnection(value);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Called at the end of the head; the error, or null when the headers fit together.</summary>
    public readonly string? Conclude(int minor)
    {
        if (IsChunked && ContentLength >= 0)
        {
            return "the message has both transfer-encoding and content-length";
        }

        return IsChunked && minor == 0 ? "transfer-encoding in an HTTP/1.0 message" : null;
    }

    private string? ObserveLength(ReadOnlySpan<byte> value)
    {
        if (value.Length is 0 or > LengthLimitDigits || value.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0
            || !Utf8Parser.TryParse(value, out long length, out _))
        {
            return $"content-length {Quoted.Text(value)} is not a number of at most {LengthLimitDigits} digits";
        }

        if (ContentLength >= 0 && ContentLength != length)
        {
            return $"two content-lengths, {ContentLength} and {length}";
        }

        ContentLength = length;
        return null;
    }

    private string? ObserveCoding(ReadOnlySpan<byte> value)
    {
        if (IsChunked || !Ascii.EqualsIgnoreCase(value, "chunked"u8))
        {
            return $"transfer-encoding {Quoted.Text(value)} is not a single 'chunked'";
        }

        IsChunked = true;
        return null;
    }

    private void ObserveConnection(ReadOnlySpan<byte> value)
    {
        foreach (var range in value.Split((byte)','))
        {
            var option = value[range].Trim(" \t"u8);
            _close |= Ascii.EqualsIgnoreCase(option, "close"u8);
            _keepAlive |= Ascii.EqualsIgnoreCase(option, "keep-alive"u8);
        }
    }
}
