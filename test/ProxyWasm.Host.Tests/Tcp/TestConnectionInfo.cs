using System.Net;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Properties;

namespace ProxyWasm.Host.Tests.Tcp;

/// <summary>A connection with everything that properties can tell of it.</summary>
internal sealed class TestConnectionInfo : ConnectionInfo
{
    public override long? ConnectionId => 7;

    public override IPEndPoint Source { get; } = new(IPAddress.Parse("::ffff:192.0.2.1"), 4000);

    public override IPEndPoint Destination { get; } = new(IPAddress.Parse("2001:db8::1"), 443);

    public override IPEndPoint? Upstream => new(IPAddress.Loopback, 5432);

    public override IPEndPoint? UpstreamLocal => new(IPAddress.Loopback, 6000);

    public override string ClusterName => "database";

    public override TlsInfo Tls { get; } = new()
    {
        Version = "TLSv1.3",
        RequestedServerName = "db.example.test",
        IsMutual = true,
        SubjectPeerCertificate = "CN=client",
    };
}
