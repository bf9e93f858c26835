using ProxyWasm.Sdk.Text;

namespace LineProtocol;

/// <summary>The commands of the protocol by their names, in upper case. Never changed.</summary>
internal sealed class CommandTable
{
    /// <summary>A command that the table does not have.</summary>
    public const int Unknown = -1;

    private readonly byte[][] _names;
    private readonly bool[] _hasPayload;
    private readonly bool[] _isDenied;

    /// <param name="names">All commands.</param>
    /// <param name="withPayload">Those whose line ends with the length of a payload that follows the line.</param>
    /// <param name="denied">Those that may not pass.</param>
    public CommandTable(IReadOnlyList<string> names, IReadOnlyList<string> withPayload, IReadOnlyList<string> denied)
    {
        _names = new byte[names.Count][];
        _hasPayload = new bool[names.Count];
        _isDenied = new bool[names.Count];
        for (var index = 0; index < _names.Length; index++)
        {
            _names[index] = Utf8Text.Encode(names[index]);
            _hasPayload[index] = Contains(withPayload, names[index]);
            _isDenied[index] = Contains(denied, names[index]);
        }
    }

    public int Count => _names.Length;

    public bool HasPayload(int command) => command != Unknown && _hasPayload[command];

    public bool IsDenied(int command) => command == Unknown || _isDenied[command];

    public int Find(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < _names.Length; index++)
        {
            if (IsSame(name, _names[index]))
            {
                return index;
            }
        }

        return Unknown;
    }

    private static bool IsSame(ReadOnlySpan<byte> name, byte[] upperCase)
    {
        if (name.Length != upperCase.Length)
        {
            return false;
        }

        for (var index = 0; index < name.Length; index++)
        {
            var letter = name[index] is >= (byte)'a' and <= (byte)'z' ? name[index] - 0x20 : name[index];
            if (letter != upperCase[index])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(IReadOnlyList<string> list, string name)
    {
        foreach (var element in list)
        {
            if (element == name)
            {
                return true;
            }
        }

        return false;
    }
}
