using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Wildgate.Gateway.Configuration;

namespace Wildgate.Gateway.Hosting;

/// <summary>Kestrel as the front of a proxy: any header byte passes, bodies have no limit of their own.</summary>
internal static class KestrelSettings
{
    public static void Apply(KestrelServerOptions options, IReadOnlyList<Listener> listeners)
    {
        options.AddServerHeader = false;
        options.AllowAlternateSchemes = true;
        options.AllowResponseHeaderCompression = true;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;
        options.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
        foreach (var listener in listeners)
        {
            options.Listen(EndPointOf(listener.Config.Address), listen => Configure(listen, listener));
        }
    }

    /// <exception cref="GatewayStartException">It is not an IP address.</exception>
    public static IPEndPoint EndPointOf(SocketAddressConfig address) =>
        IPAddress.TryParse(address.Address, out var ip)
            ? new IPEndPoint(ip, address.Port)
            : throw new GatewayStartException(
                "WG2004",
                $"cannot listen on `{address.Address}`: not an IP address",
                "Write an address such as 127.0.0.1, 0.0.0.0 or ::");

    private static void Configure(ListenOptions listen, Listener listener)
    {
        var codec = listener.Config.Http.Codec;
        listen.Protocols = codec switch
        {
            HttpCodec.Http1 => HttpProtocols.Http1,
            HttpCodec.Http2 => HttpProtocols.Http2,
            _ => HttpProtocols.Http1AndHttp2,
        };
        listen.Use(next => connection =>
        {
            connection.Features.Set(listener);
            return next(connection);
        });
        if (codec == HttpCodec.Auto)
        {
            listen.UsePrefaceDetection();
        }
    }
}
