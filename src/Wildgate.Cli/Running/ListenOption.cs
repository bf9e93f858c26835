using System.CommandLine;
using System.CommandLine.Parsing;

namespace Wildgate.Cli.Running;

/// <summary><c>--listen HOST:PORT</c> with the default of the command that it belongs to.</summary>
internal sealed class ListenOption : Option<ListenAddress?>
{
    private readonly ListenAddress _default;

    public ListenOption(string defaultAddress)
        : base("--listen")
    {
        _default = ListenAddress.TryParse(defaultAddress, out var address)
            ? address
            : throw new ArgumentException($"{defaultAddress} is not an address.", nameof(defaultAddress));
        HelpName = "HOST:PORT";
        Description = $"Where requests come from; port 0 is any free one. [default: {defaultAddress}]";
        CustomParser = Read;
    }

    /// <summary>Reads a command line that has no errors.</summary>
    public ListenAddress AddressIn(ParseResult parsed) => parsed.GetValue(this) ?? _default;

    private static ListenAddress? Read(ArgumentResult result)
    {
        if (ListenAddress.TryParse(result.Tokens[0].Value, out var address))
        {
            return address;
        }

        result.AddError(
            $"'{result.Tokens[0].Value}' is not an address to listen on: give HOST:PORT with an IP address or "
            + "localhost, and a port from 0 to 65535");
        return null;
    }
}
