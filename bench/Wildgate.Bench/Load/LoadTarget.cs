using System.Net;

namespace Wildgate.Bench.Load;

/// <summary>Where requests go.</summary>
/// <param name="EndPoint">Address and port to connect to.</param>
/// <param name="Authority">Value of the host header.</param>
/// <param name="Path">Path and query of the request line.</param>
internal sealed record LoadTarget(IPEndPoint EndPoint, string Authority, string Path)
{
    /// <summary>Resolves an http URL.</summary>
    /// <exception cref="BenchException">Not an absolute http URL, or its host has no address.</exception>
    public static LoadTarget Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp
            || url.UserInfo.Length > 0)
        {
            throw new BenchException($"'{text}' is not a URL of the form http://HOST[:PORT]/PATH.");
        }

        return new LoadTarget(new IPEndPoint(Resolve(url), url.Port), url.Authority, url.PathAndQuery);
    }

    private static IPAddress Resolve(Uri url)
    {
        try
        {
            return Dns.GetHostAddresses(url.IdnHost)[0];
        }
        catch (System.Net.Sockets.SocketException e)
        {
            throw new BenchException($"Host '{url.IdnHost}' has no address: {e.Message}.", e);
        }
    }
}
