using System.Net;
using System.Net.Sockets;

namespace Wildgate.Bench.Processes;

/// <summary>Ports for programs that cannot report the one they chose.</summary>
internal static class FreePort
{
    /// <summary>A port of 127.0.0.1 nobody listens on at this moment.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
