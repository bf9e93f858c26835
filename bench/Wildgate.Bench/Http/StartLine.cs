namespace Wildgate.Bench.Http;

/// <summary>The first line of a message (RFC 9112 sections 3 and 4).</summary>
/// <param name="Minor">Minor version: 0 or 1.</param>
/// <param name="Status">Status code of a response, 0 for a request.</param>
/// <param name="IsHead">Whether a request asks with HEAD.</param>
internal readonly record struct StartLine(int Minor, int Status, bool IsHead)
{
    public static bool TryParse(MessageKind kind, ReadOnlySpan<byte> line, out StartLine parsed) =>
        kind == MessageKind.Response ? TryParseStatus(line, out parsed) : TryParseRequest(line, out parsed);

    private static bool TryParseStatus(ReadOnlySpan<byte> line, out StartLine parsed)
    {
        parsed = default;
        if (line.Length < 12 || line[8] != ' ' || (line.Length > 12 && line[12] != ' ')
            || !TryParseVersion(line[..8], out var minor))
        {
            return false;
        }

        var digits = line[9..12];
        if (digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        var status = ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + (digits[2] - '0');
        parsed = new StartLine(minor, status, IsHead: false);
        return status is >= 100 and <= 599;
    }

    private static bool TryParseRequest(ReadOnlySpan<byte> line, out StartLine parsed)
    {
        parsed = default;
        var space = line.IndexOf((byte)' ');
        var last = line.LastIndexOf((byte)' ');
        if (space <= 0 || last <= space + 1 || line[(space + 1)..last].Contains((byte)' ')
            || !HeaderLine.IsToken(line[..space]) || !TryParseVersion(line[(last + 1)..], out var minor))
        {
            return false;
        }

        parsed = new StartLine(minor, Status: 0, line[..space].SequenceEqual("HEAD"u8));
        return true;
    }

    private static bool TryParseVersion(ReadOnlySpan<byte> text, out int minor)
    {
        minor = text.Length == 8 ? text[7] - '0' : -1;
        return minor is 0 or 1 && text[..7].SequenceEqual("HTTP/1."u8);
    }
}
