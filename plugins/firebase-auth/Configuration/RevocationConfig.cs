using System.ComponentModel.DataAnnotations;

namespace FirebaseAuth.Configuration;

/// <summary>How Identity Toolkit is asked about users.</summary>
[PluginConfig]
public sealed partial class RevocationConfig
{
    /// <summary>The cluster that leads to it.</summary>
    [MinLength(1)]
    public required string Cluster { get; init; }

    /// <summary>The web API key of the project.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The host to ask for.</summary>
    public string Host { get; init; } = "identitytoolkit.googleapis.com";

    /// <summary>How many seconds an answer is believed, 0 to 3600.</summary>
    [Range(0, 3600)]
    public int CacheSeconds { get; init; } = 60;

    /// <summary>How long to wait for an answer, 1 to 60000.</summary>
    [Range(1, 60_000)]
    public int TimeoutMilliseconds { get; init; } = 2000;

    /// <summary>Lets users in when nothing could be found out; else they are refused.</summary>
    public bool AllowOnFailure { get; init; }
}
