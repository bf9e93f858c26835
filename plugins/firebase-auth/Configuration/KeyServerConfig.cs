using System.ComponentModel.DataAnnotations;

namespace FirebaseAuth.Configuration;

/// <summary>A server that publishes keys.</summary>
[PluginConfig]
public sealed partial class KeyServerConfig
{
    /// <summary>The cluster that leads to it.</summary>
    [MinLength(1)]
    public required string Cluster { get; init; }

    /// <summary>The host to ask for; that of Google when it is empty.</summary>
    public string Host { get; init; } = "";

    /// <summary>The path of the keys, as JSON Web Keys or certificates; that of Google when it is empty.</summary>
    public string Path { get; init; } = "";

    /// <summary>How long to wait for an answer, 1 to 60000.</summary>
    [Range(1, 60_000)]
    public int TimeoutMilliseconds { get; init; } = 5000;

    /// <summary>For how many seconds keys are used that could not be renewed, 0 to 86400.</summary>
    [Range(0, 86_400)]
    public int GraceSeconds { get; init; } = 3600;
}
