using System.Net;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using ProxyWasm.AspNetCore.Connections;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// The attributes of a request in ASP.NET Core's terms. Everything but the start time is looked up when asked for.
/// </summary>
internal sealed class ExchangeInfo : HttpStreamInfo
{
    private HttpContext _context = null!;
    private DateTimeOffset _startTime;

    public override DateTimeOffset StartTime => _startTime;

    public override string? Protocol => _context.Request.Protocol;

    public override long? ConnectionId => ConnectionNumber.Of(_context.Connection.Id);

    public override IPEndPoint? Source => EndPoint(_context.Connection.RemoteIpAddress, _context.Connection.RemotePort);

    public override IPEndPoint? Destination =>
        EndPoint(_context.Connection.LocalIpAddress, _context.Connection.LocalPort);

    public override IPEndPoint? Upstream => Route?.Upstream;

    public override IPEndPoint? UpstreamLocal => Route?.UpstreamLocal;

    public override string? ClusterName => Route?.ClusterName;

    public override string? RouteName => Route?.RouteName;

    public override string? VirtualHostName => Route?.VirtualHostName;

    public override TlsInfo? Tls =>
        TlsFacts.Of(_context.Features.Get<ITlsHandshakeFeature>(), _context.Connection.ClientCertificate);

    private IRouteFeature? Route => _context.Features.Get<IRouteFeature>();

    public void Begin(HttpContext context, DateTimeOffset startTime)
    {
        _context = context;
        _startTime = startTime;
    }

    public void End() => _context = null!;

    public override void ClearRouteCache() => Route?.ClearRouteCache();

    private static IPEndPoint? EndPoint(IPAddress? address, int port) =>
        address is null ? null : new IPEndPoint(address, port);
}
