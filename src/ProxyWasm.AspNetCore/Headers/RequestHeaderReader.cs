using Microsoft.AspNetCore.Http;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>Loads a request into the map that plugins see: pseudo headers first, then the fields as received.</summary>
internal static class RequestHeaderReader
{
    public static void Read(HttpContext context, HeaderMap headers)
    {
        var request = context.Request;
        headers.Load(":method", request.Method);
        headers.Load(":path", RequestTarget.Of(context));
        if (request.Host.HasValue)
        {
            headers.Load(":authority", request.Host.Value);
        }

        headers.Load(":scheme", request.Scheme);
        foreach (var (name, values) in request.Headers)
        {
            if (!name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            {
                HeaderLoader.Load(headers, name, values);
            }
        }
    }
}
