namespace LineProtocol;

/// <summary>Counts the commands of a text protocol, and ends connections that send one that is not allowed.</summary>
[Plugin]
internal sealed class LineProtocolPlugin : Plugin<LineProtocolConfig>
{
    private readonly Counter _other = new("line_protocol.command.other");
    private CommandTable _commands = null!;
    private Counter[] _counters = [];

    public Counter Denied { get; } = new("line_protocol.denied");

    public Counter Malformed { get; } = new("line_protocol.malformed");

    public void Count(int command) => (command == CommandTable.Unknown ? _other : _counters[command]).Add();

    protected override bool OnConfigured()
    {
        _commands = new CommandTable(Config.Commands, Config.WithPayload, Config.Denied);
        _counters = new Counter[_commands.Count];
        for (var index = 0; index < _counters.Length; index++)
        {
            _counters[index] = new Counter("line_protocol.command." + Lower(Config.Commands[index]));
        }

        return true;
    }

    private static string Lower(string command)
    {
        var letters = command.ToCharArray();
        foreach (ref var letter in letters.AsSpan())
        {
            letter = char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
        }

        return new string(letters);
    }

    protected override TcpFilter CreateTcpFilter() =>
        new LineProtocolFilter(this, new CommandReader(_commands, Config.MaxLineLength, Count));
}
