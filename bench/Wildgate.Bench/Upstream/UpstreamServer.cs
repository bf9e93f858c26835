using System.Net;
using System.Net.Sockets;
using Wildgate.Bench.Posix;

namespace Wildgate.Bench.Upstream;

/// <summary>
/// The server behind the proxies: one thread, 44 bytes for every request, and next to no work, because it shares its
/// core with the load generator and must not be what limits a fast proxy.
/// </summary>
internal sealed class UpstreamServer : IDisposable
{
    private const int ListenerKey = -1;
    private const int Backlog = 512;
    private const int ReceiveBytes = 64 * 1024;
    private static readonly TimeSpan StopInterval = TimeSpan.FromMilliseconds(100);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly EventQueue _queue = new();
    private readonly Dictionary<int, UpstreamConnection> _connections = [];
    private readonly byte[] _received = new byte[ReceiveBytes];
    private int _lastKey;

    /// <param name="port">Port on 127.0.0.1; 0 for any.</param>
    /// <exception cref="BenchException">The port is taken.</exception>
    public UpstreamServer(int port)
    {
        try
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException e)
        {
            Dispose();
            throw new BenchException($"The upstream cannot listen on 127.0.0.1:{port}: {e.SocketErrorCode}.", e);
        }

        _listener.Blocking = false;
        _listener.Listen(Backlog);
        _queue.Add(_listener, ListenerKey, Readiness.Readable);
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    /// <summary>Serves on the calling thread until cancelled.</summary>
    public void Run(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var count = _queue.Wait(StopInterval);
            for (var i = 0; i < count; i++)
            {
                _queue.Entry(i, out var key);
                if (key == ListenerKey)
                {
                    Accept();
                }
                else if (!_connections[key].OnReady())
                {
                    _connections[key].Dispose();
                    _connections.Remove(key);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Dispose();
        }

        _listener.Dispose();
        _queue.Dispose();
    }

    private void Accept()
    {
        try
        {
            var socket = _listener.Accept();
            socket.Blocking = false;
            socket.NoDelay = true;
            _connections.Add(++_lastKey, new UpstreamConnection(socket, _queue, _received, _lastKey));
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.ConnectionAborted)
        {
            // The client left between the event and the accept.
        }
    }
}
