using System.Net.Sockets;
using System.Text;

namespace Wildgate.Gateway.Tests.Serving;

/// <summary>Clients of a gateway: a library, and plain bytes.</summary>
internal static class Client
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromSeconds(5),
    });

    public static async Task<(int Status, string Body)> GetAsync(
        this GatewayServer gateway, string path, string version = "1.1", string? host = null, int listener = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = host;
        using var response = await gateway.SendAsync(request, version, listener);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static Task<HttpResponseMessage> SendAsync(
        this GatewayServer gateway, HttpRequestMessage request, string version = "1.1", int listener = 0)
    {
        request.RequestUri = new Uri(new Uri(gateway.Addresses[listener]), request.RequestUri!);
        request.Version = Version.Parse(version);
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return Http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public static async Task<NetworkStream> ConnectAsync(this GatewayServer gateway)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(
            "127.0.0.1", new Uri(gateway.Addresses[0]).Port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Sends bytes (one per character) and gives what comes back until the gateway closes.</summary>
    public static async Task<string> ExchangeRawAsync(this GatewayServer gateway, string request)
    {
        await using var connection = await gateway.ConnectAsync();
        await connection.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection, Encoding.Latin1);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
