using System.Net;
using System.Net.Sockets;

namespace Wildgate.Cli.Tests.Support;

/// <summary>Ports of the loopback interface that nobody uses.</summary>
internal static class Ports
{
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
