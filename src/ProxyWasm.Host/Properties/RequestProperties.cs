using System.Globalization;
using ProxyWasm.Abi;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Properties;

/// <summary><c>request.*</c>.</summary>
internal static class RequestProperties
{
    public static Status Read(HttpStream stream, ReadOnlySpan<byte> name, PropertyBuffer value)
    {
        var headers = stream.RequestHeaders;
        return name switch
        {
            _ when name.SequenceEqual("path"u8) => value.Latin1(headers.Get(":path")),
            _ when name.SequenceEqual("url_path"u8) => ReadUrlPath(headers.Get(":path"), value),
            _ when name.SequenceEqual("query"u8) => ReadQuery(headers.Get(":path"), value),
            _ when name.SequenceEqual("host"u8) => value.Latin1(headers.Get(":authority")),
            _ when name.SequenceEqual("scheme"u8) => value.Latin1(headers.Get(":scheme")),
            _ when name.SequenceEqual("method"u8) => value.Latin1(headers.Get(":method")),
            _ when name.SequenceEqual("referer"u8) => value.Latin1(headers.Get("referer")),
            _ when name.SequenceEqual("useragent"u8) => value.Latin1(headers.Get("user-agent")),
            _ when name.SequenceEqual("id"u8) => value.Latin1(headers.Get("x-request-id")),
            _ when name.SequenceEqual("time"u8) => value.Instant(stream.Info.StartTime),
            _ when name.SequenceEqual("protocol"u8) => value.Text(stream.Info.Protocol),
            _ when name.SequenceEqual("duration"u8) => value.Duration(stream.Duration),
            _ when name.SequenceEqual("headers_bytes"u8) => value.Number(headers.NameBytes + headers.ValueBytes),
            _ when name.SequenceEqual("size"u8) => ReadSize(stream, value),
            _ when name.SequenceEqual("total_size"u8) =>
                value.Number(headers.NameBytes + headers.ValueBytes + stream.Request.BodyBytes),
            _ => Status.NotFound,
        };
    }

    private static Status ReadUrlPath(string? path, PropertyBuffer value)
    {
        var query = path?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        return value.Latin1(query < 0 ? path : path![..query]);
    }

    private static Status ReadQuery(string? path, PropertyBuffer value)
    {
        if (path is null)
        {
            return Status.NotFound;
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        return value.Latin1(query < 0 ? "" : path[(query + 1)..]);
    }

    // The declared length when there is one, else what has arrived so far.
    private static Status ReadSize(HttpStream stream, PropertyBuffer value)
    {
        if (stream.RequestHeaders.Get("content-length") is not { } declared)
        {
            return value.Number(stream.Request.BodyBytes);
        }

        return long.TryParse(declared, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? value.Number(length)
            : Status.NotFound;
    }
}
