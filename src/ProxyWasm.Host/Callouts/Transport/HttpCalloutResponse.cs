using System.Globalization;
using System.Net.Http.Headers;
using ProxyWasm.Host.Http;

namespace ProxyWasm.Host.Callouts.Transport;

/// <summary>A response of .NET's HTTP client in the terms of callouts.</summary>
internal sealed class HttpCalloutResponse : CalloutResponse
{
    private readonly HttpResponseMessage _message;
    private readonly Stream _body;

    private HttpCalloutResponse(HttpResponseMessage message, Stream body)
    {
        _message = message;
        _body = body;
        Headers.Load(":status", ((int)message.StatusCode).ToString(CultureInfo.InvariantCulture));
        Load(Headers, message.Headers);
        Load(Headers, message.Content.Headers);
    }

    public override HeaderMap Headers { get; } = new(HeaderMapKind.Response);

    public override HeaderMap Trailers { get; } = new(HeaderMapKind.Trailers);

    public static async ValueTask<HttpCalloutResponse> OpenAsync(
        HttpResponseMessage message, CancellationToken cancellationToken) =>
        new(message, await message.Content.ReadAsStreamAsync(cancellationToken));

    public override async ValueTask<CalloutRead> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            var count = await _body.ReadAsync(buffer, cancellationToken);
            if (count == 0 && Trailers.Count == 0)
            {
                Load(Trailers, _message.TrailingHeaders);
            }

            return new CalloutRead(count);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && TransportFailures.Translate(exception) is not CalloutFailure.None)
        {
            return new CalloutRead(0, TransportFailures.Translate(exception));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _message.RequestMessage?.Dispose();
        _message.Dispose();
    }

    private static void Load(HeaderMap map, HttpHeaders headers)
    {
        foreach (var (name, values) in headers.NonValidated)
        {
            var lower = name.ToLowerInvariant();
            foreach (var value in values)
            {
                map.Load(lower, value);
            }
        }
    }
}
