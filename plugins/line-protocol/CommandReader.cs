namespace LineProtocol;

/// <summary>
/// Reads the commands of one connection. A command is a line that ends in LF or CR LF; its first word is its name.
/// The line of a command with payload ends with a number: so many bytes follow the line, with another line end behind
/// them.
/// </summary>
internal sealed class CommandReader(CommandTable commands, int maxLineLength, Action<int> onCommand)
{
    private const int MaxDigits = 9;

    private int _read;
    private long _payload;
    private bool _isAfterPayload;

    /// <summary>
    /// Reads on in the bytes that were held back so far. After anything but Incomplete the next ones are new.
    /// </summary>
    public CommandVerdict Read(ReadOnlySpan<byte> held)
    {
        while (_read < held.Length)
        {
            var rest = held[_read..];
            if (_payload > 0)
            {
                var taken = (int)Math.Min(_payload, rest.Length);
                _payload -= taken;
                _read += taken;
                continue;
            }

            var end = rest.IndexOf((byte)'\n');
            if (end < 0 ? rest.Length > maxLineLength : end > maxLineLength)
            {
                return CommandVerdict.Malformed;
            }

            if (end < 0)
            {
                return CommandVerdict.Incomplete;
            }

            var verdict = Judge(rest[..end]);
            if (verdict != CommandVerdict.Pass)
            {
                return verdict;
            }

            _read += end + 1;
        }

        _read = 0;
        return CommandVerdict.Pass;
    }

    private CommandVerdict Judge(ReadOnlySpan<byte> line)
    {
        line = line.EndsWith("\r"u8) ? line[..^1] : line;
        if (_isAfterPayload)
        {
            _isAfterPayload = false;
            return line.IsEmpty ? CommandVerdict.Pass : CommandVerdict.Malformed;
        }

        var space = line.IndexOf((byte)' ');
        var name = space < 0 ? line : line[..space];
        if (name.IsEmpty)
        {
            return CommandVerdict.Malformed;
        }

        var command = commands.Find(name);
        onCommand(command);
        if (commands.IsDenied(command))
        {
            return CommandVerdict.Denied;
        }

        return commands.HasPayload(command) && !TryPayload(line) ? CommandVerdict.Malformed : CommandVerdict.Pass;
    }

    private bool TryPayload(ReadOnlySpan<byte> line)
    {
        var digits = line[(line.LastIndexOf((byte)' ') + 1)..];
        if (digits.Length is 0 or > MaxDigits)
        {
            return false;
        }

        long length = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            length = (length * 10) + (digit - '0');
        }

        _payload = length;
        _isAfterPayload = true;
        return true;
    }
}
