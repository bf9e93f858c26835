using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>Makes clients of clusters.</summary>
/// <remarks>
/// TLS is done here and not by the handler, which would take the name for the certificate from the Host header, and
/// that is the plugin's to choose.
/// </remarks>
internal static class ClusterClient
{
    public static HttpMessageInvoker Create(CalloutCluster cluster) => new(new SocketsHttpHandler
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = (context, cancelled) => ConnectAsync(cluster, context, cancelled),
        ConnectTimeout = cluster.ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        MaxConnectionsPerServer = cluster.MaxConnections,
        // Names are looked up again when a connection is made; this bounds how long an old address is used.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        RequestHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.Latin1,
        UseCookies = false,
        UseProxy = false,
    });

    private static async ValueTask<Stream> ConnectAsync(
        CalloutCluster cluster, SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var network = new NetworkStream(socket, ownsSocket: true);
        return cluster.Tls is { } tls ? await SecureAsync(network, tls, context, cancellationToken) : network;
    }

    private static async ValueTask<Stream> SecureAsync(
        NetworkStream network,
        CalloutTls tls,
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken)
    {
        var secure = new SslStream(network);
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = tls.ServerName ?? context.DnsEndPoint.Host,
                    ClientCertificates = tls.ClientCertificates,
                    RemoteCertificateValidationCallback = tls.ValidateCertificate,
                    ApplicationProtocols =
                    [
                        context.InitialRequestMessage.Version.Major == 2
                            ? SslApplicationProtocol.Http2
                            : SslApplicationProtocol.Http11,
                    ],
                },
                cancellationToken);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync();
            throw;
        }
    }
}
