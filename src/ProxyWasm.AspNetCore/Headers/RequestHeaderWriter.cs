using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>Applies what plugins changed in the request headers, pseudo headers included, to the request.</summary>
internal static class RequestHeaderWriter
{
    private static readonly string[] Required = [":method", ":path", ":authority"];

    /// <summary>
    /// Writes the changes back. False, with the name, when a plugin removed a pseudo header without which there is no
    /// request (section 4.13 of the ABI reference).
    /// </summary>
    public static bool TryWrite(HeaderMap headers, HttpContext context, out string missing)
    {
        missing = "";
        if (!headers.IsChanged)
        {
            return true;
        }

        foreach (var name in Required)
        {
            if (IsTouched(headers, name) && headers.Get(name) is null)
            {
                missing = name;
                return false;
            }
        }

        var request = context.Request;
        var host = request.Headers.Host;
        HeaderWriter.Write(headers, request.Headers);
        if (headers.IsReplaced)
        {
            request.Headers.Host = host;
        }

        WritePseudo(headers, context);
        headers.AcceptChanges();
        return true;
    }

    private static void WritePseudo(HeaderMap headers, HttpContext context)
    {
        var request = context.Request;
        if (IsTouched(headers, ":method"))
        {
            request.Method = headers.Get(":method")!;
        }

        if (IsTouched(headers, ":authority"))
        {
            request.Host = new HostString(headers.Get(":authority")!);
        }

        if (IsTouched(headers, ":scheme") && headers.Get(":scheme") is { } scheme)
        {
            request.Scheme = scheme;
        }

        if (IsTouched(headers, ":path"))
        {
            WritePath(headers.Get(":path")!, context);
        }
    }

    private static void WritePath(string target, HttpContext context)
    {
        if (!target.StartsWith('/'))
        {
            target = "/" + target;
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        context.Request.PathBase = default;
        context.Request.Path = PathString.FromUriComponent(query < 0 ? target : target[..query]);
        context.Request.QueryString = query < 0 ? default : new QueryString(target[query..]);
        if (context.Features.Get<IHttpRequestFeature>() is { } feature)
        {
            feature.RawTarget = target;
        }
    }

    private static bool IsTouched(HeaderMap headers, string name)
    {
        if (headers.IsReplaced)
        {
            return true;
        }

        foreach (var changed in headers.ChangedNames)
        {
            if (changed == name)
            {
                return true;
            }
        }

        return false;
    }
}
