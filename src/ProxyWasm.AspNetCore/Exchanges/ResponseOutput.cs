using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.AspNetCore.Headers;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// The end of a response at the server: writes what the plugins have let pass, and holds plugins to the headers they
/// let pass before. The length of a body is theirs to keep right, as in other hosts; here a wrong one ends the
/// response.
/// </summary>
internal sealed class ResponseOutput
{
    private Exchange _exchange = null!;
    private long? _declared;
    private long _sent;
    private bool _isBodiless;

    public IHttpResponseBodyFeature Server { get; private set; } = null!;

    /// <summary>Whether the headers are at the server.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Whether the application's own bytes fit the headers that plugins have let pass.</summary>
    public bool TakesWhatComes { get; private set; }

    /// <summary>Whether a response has no body whatever its headers say (RFC 9110, section 6.4.1).</summary>
    public static bool IsBodiless(string method, int status) =>
        HttpMethods.IsHead(method)
        || status is StatusCodes.Status204NoContent
            or StatusCodes.Status205ResetContent
            or StatusCodes.Status304NotModified;

    public void Begin(Exchange exchange, IHttpResponseBodyFeature server)
    {
        _exchange = exchange;
        Server = server;
    }

    public void End()
    {
        _exchange = null!;
        Server = null!;
        _declared = null;
        _sent = 0;
        IsStarted = TakesWhatComes = _isBodiless = false;
    }

    /// <summary>Hands the headers to the server; false when they are none and the client was told so.</summary>
    public async ValueTask<bool> TryStartAsync(HeaderMap headers)
    {
        var response = _exchange.ServerResponse;
        var declared = response.Headers.ContentLength;
        if (!ResponseHeaderWriter.TryWriteChanges(headers, response, out var problem))
        {
            await _exchange.RefuseAsync(StatusCodes.Status502BadGateway, problem);
            return false;
        }

        Prepare(response);
        _declared = response.Headers.ContentLength;
        TakesWhatComes = _declared == declared && !_isBodiless;
        IsStarted = true;
        return true;
    }

    /// <summary>Takes body bytes out of <paramref name="body"/>.</summary>
    public async ValueTask SendAsync(BodyBuffer body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        if (!_isBodiless)
        {
            _sent += body.Length;
            if (_sent > _declared)
            {
                await _exchange.BreakOffAsync(Mismatch());
                return;
            }

            await Server.Writer.WriteAsync(body.Memory, _exchange.ClientAborted);
        }

        body.Clear();
    }

    /// <summary>Looks whether the whole body was sent, when the application has written all of its own.</summary>
    public async ValueTask CheckCompleteAsync()
    {
        if (IsStarted && !_isBodiless && _sent < _declared)
        {
            await _exchange.BreakOffAsync(Mismatch());
        }
    }

    /// <summary>Sends a response that is there as a whole, with the length it has.</summary>
    public async ValueTask SendWholeAsync(HeaderMap headers, BodyBuffer body)
    {
        var response = _exchange.ServerResponse;
        ResponseHeaderWriter.WriteAll(headers, response);
        Prepare(response);
        if (headers.IndexOf("content-length") >= 0 && response.StatusCode != StatusCodes.Status204NoContent)
        {
            response.Headers.ContentLength = body.Length;
        }

        if (!_isBodiless)
        {
            await Server.Writer.WriteAsync(body.Memory, _exchange.ClientAborted);
        }

        body.Clear();
        await Server.CompleteAsync();
    }

    private void Prepare(IHttpResponseFeature response)
    {
        _isBodiless = IsBodiless(_exchange.Context.Request.Method, response.StatusCode);
        if (response.StatusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent)
        {
            response.Headers.ContentLength = null;
            response.Headers.TransferEncoding = default;
        }
    }

    private string Mismatch() => string.Create(
        CultureInfo.InvariantCulture,
        $"plugins left content-length: {_declared} and {(_sent > _declared ? "at least " : "")}{_sent} bytes of body");
}
