using System.Net;
using System.Net.Sockets;
using System.Text;
using ProxyWasm.Host.Callouts.Transport;

namespace ProxyWasm.Host.Tests.Callouts.Upstreams;

/// <summary>A TCP server that answers every request with the same bytes and then breaks the connection.</summary>
internal sealed class RawUpstream : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public RawUpstream(string answer)
    {
        _listener.Start();
        _serving = ServeAsync(Encoding.Latin1.GetBytes(answer));
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>A port on which nobody listens.</summary>
    public static int FindClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public CalloutCluster Cluster(string name) => new()
    {
        Name = name,
        Endpoints = [new DnsEndPoint("127.0.0.1", Port)],
    };

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync(byte[] answer)
    {
        var request = new byte[4096];
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptSocketAsync();
                await client.ReceiveAsync(request);
                await client.SendAsync(answer);
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
