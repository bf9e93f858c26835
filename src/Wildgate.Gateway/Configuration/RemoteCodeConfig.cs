namespace Wildgate.Gateway.Configuration;

/// <summary>A module that is fetched over HTTP (<c>remote</c>).</summary>
public sealed record RemoteCodeConfig : VmCodeConfig
{
    /// <summary>Address of the module; host and path go into the request, the connection is the cluster's.</summary>
    public required Uri Uri { get; init; }

    /// <summary>The cluster that the module is fetched from; it exists.</summary>
    public required string Cluster { get; init; }

    /// <summary>How long one attempt may take; zero for no limit.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>SHA-256 that the module must have, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How often a failed attempt is repeated; 1 by default.</summary>
    public required int Retries { get; init; }

    /// <summary>The pause before an attempt is repeated.</summary>
    public required BackoffConfig Backoff { get; init; }
}
