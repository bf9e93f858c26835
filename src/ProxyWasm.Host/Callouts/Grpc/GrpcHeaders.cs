using System.Globalization;
using System.Text;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts.Grpc;

/// <summary>Request headers of gRPC, and the status at the end of a response.</summary>
internal static class GrpcHeaders
{
    /// <summary>Headers of a call; what gRPC itself sets cannot be overridden by metadata.</summary>
    public static HeaderMap Make(
        in GrpcTarget target,
        ReadOnlySpan<byte> service,
        ReadOnlySpan<byte> method,
        HeaderMap metadata,
        TimeSpan timeout)
    {
        var headers = new HeaderMap(HeaderMapKind.Request);
        headers.Load(":method", "POST");
        headers.Load(":path", $"/{Encoding.Latin1.GetString(service)}/{Encoding.Latin1.GetString(method)}");
        headers.Load(":authority", target.Authority);
        headers.Load("te", "trailers");
        headers.Load("content-type", "application/grpc");
        if (timeout > TimeSpan.Zero)
        {
            headers.Load("grpc-timeout", FormatTimeout(timeout));
        }

        for (var i = 0; i < target.Metadata.Count; i++)
        {
            Load(headers, target.Metadata[i]);
        }

        for (var i = 0; i < metadata.Count; i++)
        {
            Load(headers, metadata[i]);
        }

        return headers;
    }

    /// <summary>Status in trailers, or in the headers of a response that has only trailers; null when absent.</summary>
    public static int? Status(HeaderMap map)
    {
        if (map.Get("grpc-status") is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status
            : (int)Abi.GrpcStatus.Unknown;
    }

    /// <summary>Text of the status, percent-decoded; one character per byte.</summary>
    public static string Message(HeaderMap map)
    {
        var text = map.Get("grpc-message") ?? "";
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%'
                && i + 2 < text.Length
                && byte.TryParse(
                    text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                decoded.Append((char)value);
                i += 2;
                continue;
            }

            decoded.Append(text[i]);
        }

        return decoded.ToString();
    }

    private static void Load(HeaderMap headers, HeaderField field)
    {
        if (!field.Name.StartsWith("grpc-", StringComparison.Ordinal)
            && field.Name is not ("te" or "content-type" or "host"))
        {
            headers.Load(field.Name, field.Value);
        }
    }

    // At most eight digits are allowed; the unit grows until they suffice.
    private static string FormatTimeout(TimeSpan timeout)
    {
        const long MaxValue = 99_999_999;
        var milliseconds = (long)timeout.TotalMilliseconds;
        return milliseconds <= MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds}m")
            : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000}S");
    }
}
