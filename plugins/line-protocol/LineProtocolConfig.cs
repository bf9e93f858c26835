using System.ComponentModel.DataAnnotations;

namespace LineProtocol;

/// <summary>Settings of the plugin.</summary>
[PluginConfig]
public sealed partial class LineProtocolConfig
{
    /// <summary>All commands of the protocol, in upper case; others are not allowed.</summary>
    [MinLength(1)]
    public required string[] Commands { get; init; }

    /// <summary>Commands whose line ends with the length of a payload that follows it.</summary>
    public string[] WithPayload { get; init; } = [];

    /// <summary>Commands that may not pass.</summary>
    public string[] Denied { get; init; } = [];

    /// <summary>The longest line, in bytes.</summary>
    [Range(16, 65_536)]
    public int MaxLineLength { get; init; } = 1024;
}
