using System.Globalization;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts;

/// <summary>
/// Answers that the host makes up for calls without one. Plugins know them from Envoy, so status and text are Envoy's.
/// </summary>
internal static class CalloutAnswers
{
    public const string TimeoutText = "upstream request timeout";

    private const int MaxDetail = 200;

    /// <summary>Text of a failure before the response headers.</summary>
    public static string Describe(CalloutFailure failure, string? detail)
    {
        if (failure == CalloutFailure.NoHealthyUpstream)
        {
            return "no healthy upstream";
        }

        var text = $"upstream connect error or disconnect/reset before headers. reset reason: {Reason(failure)}";
        return string.IsNullOrEmpty(detail) ? text : $"{text}, transport failure reason: {Printable(detail)}";
    }

    /// <summary>Headers of a made-up answer.</summary>
    public static HeaderMap Headers(int status, string text)
    {
        var headers = new HeaderMap(HeaderMapKind.Response);
        headers.Load(":status", status.ToString(CultureInfo.InvariantCulture));
        headers.Load("content-length", text.Length.ToString(CultureInfo.InvariantCulture));
        headers.Load("content-type", "text/plain");
        return headers;
    }

    private static string Reason(CalloutFailure failure) => failure switch
    {
        CalloutFailure.ConnectionFailure => "remote connection failure",
        CalloutFailure.ConnectionTimeout => "connection timeout",
        CalloutFailure.ConnectionTermination => "connection termination",
        CalloutFailure.RemoteReset => "remote reset",
        CalloutFailure.ProtocolError => "protocol error",
        CalloutFailure.Overflow => "overflow",
        _ => "local reset",
    };

    // Details come from the operating system or from a transport of the embedder: one byte per character must do.
    private static string Printable(string detail)
    {
        var length = Math.Min(detail.Length, MaxDetail);
        return string.Create(length, detail, static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = source[i] is >= ' ' and < (char)0x7F ? source[i] : '?';
            }
        });
    }
}
