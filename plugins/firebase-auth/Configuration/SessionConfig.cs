using System.ComponentModel.DataAnnotations;

namespace FirebaseAuth.Configuration;

/// <summary>Session cookies as a second way to sign in.</summary>
[PluginConfig]
public sealed partial class SessionConfig
{
    /// <summary>The name of the cookie.</summary>
    [MinLength(1)]
    public string Cookie { get; init; } = "session";

    /// <summary>Where the keys come from that session cookies are signed with.</summary>
    public required KeyServerConfig Keys { get; init; }
}
