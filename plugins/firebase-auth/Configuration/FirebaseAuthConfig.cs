using System.ComponentModel.DataAnnotations;

namespace FirebaseAuth.Configuration;

/// <summary>Settings of the plugin.</summary>
[PluginConfig]
public sealed partial class FirebaseAuthConfig
{
    /// <summary>The id (not the number) of the Firebase project whose users are let in.</summary>
    [StringLength(64, MinimumLength = 1)]
    public required string ProjectId { get; init; }

    /// <summary>Where the keys come from that ID tokens are signed with.</summary>
    public required KeyServerConfig Keys { get; init; }

    /// <summary>Session cookies, which are not accepted without.</summary>
    public SessionConfig? Session { get; init; }

    /// <summary>By how many seconds clocks may differ, 0 to 300.</summary>
    [Range(0, 300)]
    public int SkewSeconds { get; init; } = 60;

    /// <summary>How many seconds ago the user may have signed in; 0 for no limit.</summary>
    [Range(0, int.MaxValue)]
    public int MaxSignInAgeSeconds { get; init; }

    /// <summary>Tenants whose users are let in, <c>*</c> for any and none; without, users of no tenant are.</summary>
    public string[] Tenants { get; init; } = [];

    /// <summary>Sign-in providers that are let in; all without.</summary>
    public string[] Providers { get; init; } = [];

    /// <summary>Claims that a user must have.</summary>
    public RequiredClaimConfig[] RequiredClaims { get; init; } = [];

    /// <summary>
    /// What the names of the headers for the upstream begin with; headers of this kind in requests are removed.
    /// </summary>
    [MinLength(3)]
    public string HeaderPrefix { get; init; } = "x-firebase-";

    /// <summary>Claims that the upstream is told besides the uid and the tenant.</summary>
    public string[] Claims { get; init; } = [];

    /// <summary>Takes the token out of the request that goes to the upstream.</summary>
    public bool RemoveToken { get; init; }

    /// <summary>Lets requests without a token pass, without the headers that name a user.</summary>
    public bool Optional { get; init; }

    /// <summary>How many verified tokens are remembered per worker, 0 to 65536.</summary>
    [Range(0, 65_536)]
    public int CachedTokens { get; init; } = 256;

    /// <summary>Asks whether users were disabled and sessions revoked; not done without.</summary>
    public RevocationConfig? Revocation { get; init; }

    /// <summary>
    /// Accepts only the unsigned tokens of the Firebase emulator, which anyone can make. Needs the VM configuration
    /// <c>development</c> too.
    /// </summary>
    public bool Emulator { get; init; }
}
