using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Hosting;

/// <summary>Opens the listeners' sockets, and says which one does not open.</summary>
internal static class ListenerSockets
{
    /// <exception cref="GatewayStartException">An address cannot be listened on.</exception>
    public static async Task OpenAsync(
        IHost application, IReadOnlyList<SocketAddressConfig> addresses, CancellationToken cancellationToken)
    {
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new GatewayStartException(
                "WG2001",
                $"cannot listen on {PlaceOf(addresses, exception)}: another program listens there",
                "Stop that program or choose another port",
                exception);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            throw new GatewayStartException(
                "WG2005",
                $"cannot listen on {PlaceOf(addresses, exception)}: {exception.Message}",
                "Choose an address of this machine, and a port that you may use (most systems reserve "
                    + "those below 1024)",
                exception);
        }
    }

    // The server names the address in some of its messages only; where it does not, all that were asked for are named.
    private static string PlaceOf(IReadOnlyList<SocketAddressConfig> addresses, Exception exception)
    {
        var places = addresses.Select(address => KestrelSettings.EndPointOf(address).ToString()).ToArray();
        return places.FirstOrDefault(place => exception.Message.Contains($"//{place}:", StringComparison.Ordinal))
            ?? string.Join(" or ", places);
    }
}
