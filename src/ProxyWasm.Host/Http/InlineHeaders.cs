using System.Collections.Frozen;

namespace ProxyWasm.Host.Http;

/// <summary>
/// Names for which Envoy keeps a single slot: adding to one that is present joins the values. Plugins see the
/// difference in the number of pairs, so the list follows Envoy's.
/// </summary>
internal static class InlineHeaders
{
    private static readonly FrozenSet<string> Request = Set(
        ":authority", ":method", ":path", ":protocol", ":scheme", "accept", "accept-encoding",
        "access-control-request-headers", "access-control-request-method", "access-control-request-private-network",
        "authorization", "cache-control", "client-trace-id", "connection", "content-encoding", "content-length",
        "content-type", "expect", "grpc-accept-encoding", "grpc-timeout", "if-match", "if-modified-since",
        "if-none-match", "if-range", "if-unmodified-since", "keep-alive", "origin", "pragma", "proxy-connection",
        "referer", "te", "transfer-encoding", "upgrade", "user-agent", "via", "x-client-trace-id",
        "x-forwarded-client-cert",
        "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-request-id");

    private static readonly FrozenSet<string> Response = Set(
        ":status", "access-control-allow-credentials", "access-control-allow-headers", "access-control-allow-methods",
        "access-control-allow-origin", "access-control-expose-headers", "access-control-max-age", "age",
        "cache-control",
        "connection", "content-encoding", "content-length", "content-type", "date", "etag", "expires",
        "grpc-message", "grpc-status", "keep-alive", "last-modified", "location", "proxy-connection", "server",
        "transfer-encoding", "upgrade", "vary", "via", "x-request-id");

    private static readonly FrozenSet<string> Trailers = Set("grpc-message", "grpc-status");

    /// <summary>What joins two values, or null when the name may stand several times.</summary>
    public static string? SeparatorOf(string name, HeaderMapKind kind)
    {
        if (kind == HeaderMapKind.Request && name.Equals("cookie", StringComparison.OrdinalIgnoreCase))
        {
            return "; ";
        }

        var names = kind switch
        {
            HeaderMapKind.Request => Request,
            HeaderMapKind.Response => Response,
            _ => Trailers,
        };
        return names.Contains(name) ? "," : null;
    }

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
