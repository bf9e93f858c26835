using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProxyWasm.AspNetCore;

/// <summary>Path and query of a request as the client wrote them, or as plugins left them.</summary>
public static class RequestTarget
{
    /// <summary>
    /// The target in origin form, byte for byte: decoding and encoding again could change it. A target in absolute form
    /// (RFC 9112, section 3.2.2) loses scheme and authority; <c>*</c> stays what it is.
    /// </summary>
    public static string Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        switch (context.Features.Get<IHttpRequestFeature>()?.RawTarget)
        {
            case (['/', ..] or "*") and var target:
                return target;
            case { } target when target.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme:
                return PathOfAbsolute(target, scheme + 3);
        }

        var request = context.Request;
        var path = request.PathBase.ToUriComponent() + request.Path.ToUriComponent()
            + request.QueryString.ToUriComponent();
        return path.Length == 0 ? "/" : path;
    }

    private static string PathOfAbsolute(string target, int authority)
    {
        var length = target.AsSpan(authority).IndexOfAny('/', '?');
        if (length < 0)
        {
            return "/";
        }

        var path = target[(authority + length)..];
        return path[0] == '/' ? path : "/" + path;
    }
}
