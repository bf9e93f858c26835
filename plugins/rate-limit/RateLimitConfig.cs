using System.ComponentModel.DataAnnotations;

namespace RateLimit;

/// <summary>Settings of the plugin.</summary>
[PluginConfig]
public sealed partial class RateLimitConfig
{
    /// <summary>How many requests a client may make in the long run, in the time of <see cref="Seconds"/>.</summary>
    [Range(1, 1_000_000)]
    public required int Requests { get; init; }

    /// <summary>The time for which <see cref="Requests"/> counts.</summary>
    [Range(1, 1_000_000)]
    public int Seconds { get; init; } = 1;

    /// <summary>How many requests a client may make at once; 0 for as many as <see cref="Requests"/>.</summary>
    [Range(0, 1_000_000)]
    public int Burst { get; init; }

    /// <summary>The request header that tells clients apart; their address when it is empty.</summary>
    public string Header { get; init; } = "";

    /// <summary>Plugins with the same group count together.</summary>
    public string Group { get; init; } = "default";
}
