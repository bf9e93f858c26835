using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>How a cluster is reached over TLS.</summary>
public sealed record CalloutTls
{
    /// <summary>Name to send (SNI) and to find in the peer's certificate.</summary>
    /// <value>Default null: the host of the endpoint.</value>
    public string? ServerName { get; init; }

    /// <summary>Certificates to identify with; empty for none.</summary>
    public X509CertificateCollection ClientCertificates { get; init; } = [];

    /// <summary>Decides about the peer's certificate.</summary>
    /// <value>Default null: it must be valid for the name and issued by an authority that the system trusts.</value>
    public RemoteCertificateValidationCallback? ValidateCertificate { get; init; }
}
