using System.Globalization;
using System.Net;
using System.Text;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>Makes the request message of .NET's HTTP client out of a callout.</summary>
internal static class RequestMessage
{
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static HttpRequestMessage Make(CalloutRequest request, ClusterConnections connections, DnsEndPoint endpoint)
    {
        var headers = request.Headers;
        var message = new HttpRequestMessage
        {
            Method = HttpMethod.Parse(headers.Get(":method")),
            RequestUri = MakeUri(connections.Scheme, endpoint, headers.Get(":path") ?? "/"),
            Version = request.Version ?? connections.Version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = MakeContent(request),
        };
        message.Headers.TryAddWithoutValidation("Host", headers.Get(":authority"));
        for (var i = 0; i < headers.Count; i++)
        {
            var (name, value) = headers[i];
            if (IsForwarded(name) && !message.Headers.TryAddWithoutValidation(name, value))
            {
                // The client wants headers about the body, such as content-type, on a body, be it an empty one.
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    // The length follows from the body, and the connection is the client's own.
    private static bool IsForwarded(string name) => !name.StartsWith(':') && name is not ("host" or "content-length"
        or "connection" or "keep-alive" or "proxy-connection" or "transfer-encoding" or "upgrade");

    private static HttpContent? MakeContent(CalloutRequest request)
    {
        if (request.BodyReader is { } reader)
        {
            return new PipeContent(reader);
        }

        return request.Body.IsEmpty ? null : new ReadOnlyMemoryContent(request.Body);
    }

    private static Uri MakeUri(string scheme, DnsEndPoint endpoint, string path)
    {
        var host = endpoint.Host.Contains(':') ? $"[{endpoint.Host.Trim('[', ']')}]" : endpoint.Host;
        var port = endpoint.Port.ToString(CultureInfo.InvariantCulture);
        return new Uri($"{scheme}://{host}:{port}{SafePath(path)}", Verbatim);
    }

    // The path goes out as it is, so nothing in it may end the request line or reach into the authority in front.
    private static string SafePath(string path)
    {
        if (path.StartsWith('/') && !path.AsSpan().ContainsAnyExceptInRange('!', '~') && !path.Contains('#'))
        {
            return path;
        }

        var safe = new StringBuilder(path.Length + 16);
        if (!path.StartsWith('/'))
        {
            safe.Append('/');
        }

        foreach (var c in path)
        {
            if (c is >= '!' and <= '~' and not '#')
            {
                safe.Append(c);
            }
            else
            {
                safe.Append(CultureInfo.InvariantCulture, $"%{(byte)c:X2}");
            }
        }

        return safe.ToString();
    }
}
