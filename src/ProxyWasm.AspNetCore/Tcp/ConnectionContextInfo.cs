using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.AspNetCore.Connections;
using ProxyWasm.Host.Http;
using ProxyWasm.Host.Properties;

namespace ProxyWasm.AspNetCore.Tcp;

/// <summary>The attributes of a connection in Kestrel's terms, looked up when asked for.</summary>
internal sealed class ConnectionContextInfo(ConnectionContext connection) : ConnectionInfo
{
    public override long? ConnectionId => ConnectionNumber.Of(connection.ConnectionId);

    public override IPEndPoint? Source => connection.RemoteEndPoint as IPEndPoint;

    public override IPEndPoint? Destination => connection.LocalEndPoint as IPEndPoint;

    public override TlsInfo? Tls => TlsFacts.Of(
        connection.Features.Get<ITlsHandshakeFeature>(),
        connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate);

    public override IPEndPoint? Upstream => Route?.Upstream;

    public override IPEndPoint? UpstreamLocal => Route?.UpstreamLocal;

    public override string? ClusterName => Route?.ClusterName;

    private IRouteFeature? Route => connection.Features.Get<IRouteFeature>();
}
