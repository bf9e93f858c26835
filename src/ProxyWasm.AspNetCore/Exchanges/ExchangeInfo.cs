using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>The attributes of a request in ASP.NET Core's terms. Everything but the start time is looked up when asked for.</summary>
internal sealed class ExchangeInfo : HttpStreamInfo
{
    private HttpContext _context = null!;
    private DateTimeOffset _startTime;

    public override DateTimeOffset StartTime => _startTime;

    public override string? Protocol => _context.Request.Protocol;

    public override long? ConnectionId => NumberOf(_context.Connection.Id);

    public override IPEndPoint? Source => EndPoint(_context.Connection.RemoteIpAddress, _context.Connection.RemotePort);

    public override IPEndPoint? Destination => EndPoint(_context.Connection.LocalIpAddress, _context.Connection.LocalPort);

    public override IPEndPoint? Upstream => Route?.Upstream;

    public override string? ClusterName => Route?.ClusterName;

    public override string? RouteName => Route?.RouteName;

    public override string? VirtualHostName => Route?.VirtualHostName;

    public override TlsInfo? Tls
    {
        get
        {
            if (_context.Features.Get<ITlsHandshakeFeature>() is not { } handshake)
            {
                return null;
            }

            var certificate = _context.Connection.ClientCertificate;
            return new TlsInfo
            {
                Version = VersionName(handshake.Protocol),
                RequestedServerName = handshake.HostName,
                IsMutual = certificate is not null,
                SubjectPeerCertificate = certificate?.Subject,
                Sha256PeerCertificateDigest = certificate is null
                    ? null
                    : Convert.ToHexStringLower(certificate.GetCertHash(System.Security.Cryptography.HashAlgorithmName.SHA256)),
            };
        }
    }

    private IRouteFeature? Route => _context.Features.Get<IRouteFeature>();

    public void Begin(HttpContext context, DateTimeOffset startTime)
    {
        _context = context;
        _startTime = startTime;
    }

    public void End() => _context = null!;

    public override void ClearRouteCache() => Route?.ClearRouteCache();

    private static IPEndPoint? EndPoint(IPAddress? address, int port) => address is null ? null : new IPEndPoint(address, port);

    private static string? VersionName(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls12 => "TLSv1.2",
        SslProtocols.Tls13 => "TLSv1.3",
        _ => null,
    };

    // Connection ids are text in ASP.NET Core and numbers in the ABI: any stable number will do (FNV-1a).
    private static long NumberOf(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in id)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return (long)(hash >> 1);
    }
}
