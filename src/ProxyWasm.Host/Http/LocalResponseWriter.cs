using System.Globalization;
using System.Text;
using ProxyWasm.Abi;

namespace ProxyWasm.Host.Http;

/// <summary>Builds the headers of a local response (section 4.10 of the ABI reference).</summary>
internal static class LocalResponseWriter
{
    /// <summary>Fills <paramref name="headers"/> and gives the body to send.</summary>
    public static ReadOnlyMemory<byte> Write(LocalResponse response, HeaderMap request, HeaderMap headers)
    {
        var isGrpc = request.Get("content-type") is { } contentType
            && contentType.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase);
        headers.Load(":status", isGrpc ? "200" : response.StatusCode.ToString(CultureInfo.InvariantCulture));
        foreach (var field in response.Headers)
        {
            if (!field.Name.StartsWith(':'))
            {
                headers.Load(field.Name, field.Value);
            }
        }

        if (isGrpc)
        {
            WriteGrpc(response, headers);
            return default;
        }

        if (response.Body.IsEmpty)
        {
            headers.Remove("content-length");
            headers.Remove("content-type");
        }
        else
        {
            headers.Replace("content-length", response.Body.Length.ToString(CultureInfo.InvariantCulture));
            if (headers.IndexOf("content-type") < 0)
            {
                headers.Load("content-type", "text/plain");
            }
        }

        return response.Body;
    }

    // Trailers-only: everything is in the headers, there is no body.
    private static void WriteGrpc(LocalResponse response, HeaderMap headers)
    {
        headers.Remove("content-length");
        headers.Replace("content-type", "application/grpc");
        var status = response.GrpcStatus >= 0
            ? response.GrpcStatus
            : (int)GrpcStatusConversion.FromHttpStatus(response.StatusCode);
        headers.Replace("grpc-status", status.ToString(CultureInfo.InvariantCulture));
        if (!response.Body.IsEmpty)
        {
            headers.Replace("grpc-message", PercentEncode(response.Body.Span));
        }
    }

    // gRPC over HTTP/2: printable ASCII stands for itself, except the percent sign.
    private static string PercentEncode(ReadOnlySpan<byte> message)
    {
        var text = new StringBuilder(message.Length);
        foreach (var b in message)
        {
            if (b is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                text.Append((char)b);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return text.ToString();
    }
}
