using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>Loads a request into the map that plugins see: pseudo headers first, then the fields as received.</summary>
internal static class RequestHeaderReader
{
    public static void Read(HttpContext context, HeaderMap headers)
    {
        var request = context.Request;
        headers.Load(":method", request.Method);
        headers.Load(":path", PathOf(context));
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

    // The bytes of the request line where there are any: decoding and encoding again could change them.
    private static string PathOf(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (target is ['/', ..])
        {
            return target;
        }

        var request = context.Request;
        var path = request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        return path.Length == 0 ? "/" : path;
    }
}
