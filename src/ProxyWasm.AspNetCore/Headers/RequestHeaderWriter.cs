using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>Applies what plugins changed in the request headers, pseudo headers included, to the request.</summary>
internal static class RequestHeaderWriter
{
    private static readonly string[] Required = [":method", ":path", ":authority"];

    /// <summary>
    /// Writes the changes back. False, with the details, when plugins left no request: a pseudo header that every
    /// request has is gone (section 4.13 of the ABI reference), or one is not what HTTP can carry.
    /// </summary>
    public static bool TryWrite(HeaderMap headers, HttpContext context, out string problem)
    {
        if (ProblemOf(headers) is { } found)
        {
            problem = found;
            return false;
        }

        problem = "";
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

    private static string? ProblemOf(HeaderMap headers)
    {
        foreach (var name in Required)
        {
            if (!IsTouched(headers, name))
            {
                continue;
            }

            if (headers.Get(name) is not { } value)
            {
                return $"filter_removed_required_request_headers{{{name}}}";
            }

            if (!IsLegal(name, value))
            {
                return $"invalid_request_header{{{name}}}";
            }
        }

        return HeaderSyntax.HasValidLength(headers) ? null : "invalid_request_header{content-length}";
    }

    private static bool IsLegal(string name, string value) => name switch
    {
        ":method" => HeaderSyntax.IsMethod(value),
        ":path" => HeaderSyntax.IsTarget(value),
        _ => HeaderSyntax.IsAuthority(value),
    };

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
        context.Request.Path = new PathString(Decode(query < 0 ? target : target[..query]));
        context.Request.QueryString = query < 0 ? default : new QueryString(target[query..]);
        if (context.Features.Get<IHttpRequestFeature>() is { } feature)
        {
            feature.RawTarget = target;
        }
    }

    // As servers of ASP.NET Core do it: an encoded slash stays encoded, for it separates nothing.
    private static string Decode(string path)
    {
        if (!path.Contains('%', StringComparison.Ordinal))
        {
            return path;
        }

        var parts = path.Split("%2F");
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = string.Join("%2f", parts[i].Split("%2f").Select(Uri.UnescapeDataString));
        }

        return string.Join("%2F", parts);
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
