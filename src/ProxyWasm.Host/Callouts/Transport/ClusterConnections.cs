using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>The connections of one cluster: dials, does TLS with the cluster's settings, and pools.</summary>
/// <remarks>
/// TLS is done here and not by the handler, which would take the name for the certificate from the Host header, and
/// that is the plugin's to choose.
/// </remarks>
internal sealed class ClusterConnections : IDisposable
{
    private readonly CalloutCluster _cluster;
    private readonly HttpMessageInvoker _invoker;

    public ClusterConnections(CalloutCluster cluster)
    {
        _cluster = cluster;
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = ConnectAsync,
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
    }

    public string Scheme => _cluster.Tls is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;

    public Version Version => _cluster.Version;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    public void Dispose() => _invoker.Dispose();

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
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
        return _cluster.Tls is { } tls ? await SecureAsync(network, tls, context, cancellationToken) : network;
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
