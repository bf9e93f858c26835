using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Wildgate.Gateway.Upstreams;

/// <summary>A connection to an endpoint of a cluster whose halves can be closed one by one.</summary>
internal sealed class UpstreamConnection : IAsyncDisposable
{
    private readonly Socket _socket;

    private UpstreamConnection(Socket socket, Stream stream)
    {
        _socket = socket;
        Stream = stream;
    }

    public Stream Stream { get; }

    public IPEndPoint? Local => _socket.LocalEndPoint as IPEndPoint;

    public IPEndPoint? Remote => _socket.RemoteEndPoint as IPEndPoint;

    /// <exception cref="SocketException">The endpoint cannot be reached.</exception>
    /// <exception cref="IOException">The endpoint ended the connection during the TLS handshake.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">TLS failed.</exception>
    public static async Task<UpstreamConnection> ConnectAsync(
        Cluster cluster, Cluster.Endpoint endpoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(endpoint.Host, endpoint.Port, cancellationToken);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (cluster.Tls is { } tls)
            {
                var encrypted = new SslStream(stream);
                stream = encrypted;
                await encrypted.AuthenticateAsClientAsync(
                    new SslClientAuthenticationOptions { TargetHost = tls.Sni }, cancellationToken);
            }

            return new UpstreamConnection(socket, stream);
        }
        catch
        {
            if (stream is not null)
            {
                await stream.DisposeAsync();
            }

            socket.Dispose();
            throw;
        }
    }

    /// <summary>Nothing more will be sent.</summary>
    public async ValueTask EndSendingAsync()
    {
        if (Stream is SslStream encrypted)
        {
            await encrypted.ShutdownAsync();
        }
        else
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
