namespace ProxyWasm.Host.Http;

/// <summary>TLS facts of a connection; members that are null answer NotFound.</summary>
public sealed record TlsInfo
{
    /// <summary>Protocol version as Envoy spells it, such as <c>TLSv1.3</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Server name that the client asked for (SNI).</summary>
    public string? RequestedServerName { get; init; }

    /// <summary>Whether the client presented a certificate.</summary>
    public bool IsMutual { get; init; }

    /// <summary>Subject of the certificate that the proxy presented.</summary>
    public string? SubjectLocalCertificate { get; init; }

    /// <summary>Subject of the certificate that the client presented.</summary>
    public string? SubjectPeerCertificate { get; init; }

    /// <summary>SHA-256 of the client's certificate in lower-case hexadecimal digits.</summary>
    public string? Sha256PeerCertificateDigest { get; init; }
}
