using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Headers;

/// <summary>Loads a response into the map that plugins see and applies what they changed.</summary>
internal static class ResponseHeaderWriter
{
    public static void Read(IHttpResponseFeature response, HeaderMap headers)
    {
        headers.Load(":status", StatusText(response.StatusCode));
        HeaderLoader.LoadAll(headers, response.Headers);
    }

    /// <summary>
    /// Applies changes; false, with the details, when plugins left no response: <c>:status</c> is gone, or the length
    /// is none.
    /// </summary>
    public static bool TryWriteChanges(HeaderMap headers, IHttpResponseFeature response, out string problem)
    {
        problem = "";
        if (headers.Get(":status") is not { } status)
        {
            problem = "filter_removed_required_response_headers{:status}";
            return false;
        }

        if (!headers.IsChanged)
        {
            return true;
        }

        if (!HeaderSyntax.HasValidLength(headers))
        {
            problem = "invalid_response_header{content-length}";
            return false;
        }

        HeaderWriter.Write(headers, response.Headers);
        SetStatus(status, response);
        headers.AcceptChanges();
        return true;
    }

    /// <summary>Makes the response that of the map, for local responses; a length that is none is left out.</summary>
    public static void WriteAll(HeaderMap headers, IHttpResponseFeature response)
    {
        if (!HeaderSyntax.HasValidLength(headers))
        {
            headers.Remove("content-length");
        }

        HeaderWriter.WriteAll(headers, response.Headers);
        response.ReasonPhrase = null;
        SetStatus(headers.Get(":status") ?? "500", response);
        headers.AcceptChanges();
    }

    // Almost every response is a 200; the map needs a string for it.
    private static string StatusText(int status) =>
        status == StatusCodes.Status200OK ? "200" : status.ToString(CultureInfo.InvariantCulture);

    // What is not a status code is ignored, as other hosts do.
    private static void SetStatus(string text, IHttpResponseFeature response)
    {
        if (text.Length == 3
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 200 and <= 599
            && status != response.StatusCode)
        {
            // The upstream's own words belong to its own status.
            response.ReasonPhrase = null;
            response.StatusCode = status;
        }
    }
}
