using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProxyWasm.AspNetCore.Headers;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// Carries a response from the application through the plugins to the server. One task at a time works on it, the one
/// that holds the gate of <see cref="ResponseBody"/>.
/// </summary>
internal sealed class ResponseFlow
{
    private Exchange _exchange = null!;
    private long? _remaining;
    private bool _isBodiless;
    private bool _isEnded;
    private volatile bool _isDirect;

    public ResponseOutput Output { get; } = new();

    /// <summary>Whether the headers went into the plugins.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>
    /// Nobody looks at the body any more and everything before is at the server: the application may write there
    /// itself, without the gate.
    /// </summary>
    public bool IsDirect => _isDirect;

    private StreamDirection Direction => _exchange.Stream.Response;

    // Only HTTP/2 and later carry trailers here; without them a known length tells which bytes are the last.
    private bool MayHaveTrailers => _exchange.Context.Features.Get<IHttpResponseTrailersFeature>() is not null;

    public void Begin(Exchange exchange, IHttpResponseBodyFeature server)
    {
        _exchange = exchange;
        Output.Begin(exchange, server);
    }

    public void End()
    {
        Output.End();
        _exchange = null!;
        _remaining = null;
        IsStarted = _isBodiless = _isEnded = _isDirect = false;
    }

    /// <summary>Sends on what a plugin has released meanwhile, or what it answers.</summary>
    public async ValueTask ContinueAsync()
    {
        if (_exchange.HasEnded)
        {
            return;
        }

        if (_exchange.IsOver)
        {
            await _exchange.EndByPluginAsync();
        }
        else if (IsStarted)
        {
            await Direction.ContinueAsync();
            await SettleAsync();
            Direction.Output.Own();
        }
    }

    /// <summary>Fires the application's last-moment changes and shows the headers to the plugins.</summary>
    public async ValueTask StartAsync(bool endOfStream)
    {
        if (IsStarted || _exchange.HasEnded)
        {
            return;
        }

        await _exchange.FireOnStartingAsync();
        IsStarted = true;
        var response = _exchange.ServerResponse;
        _isBodiless = ResponseOutput.IsBodiless(_exchange.Context.Request.Method, response.StatusCode);
        _isEnded = endOfStream || _isBodiless;
        _remaining = response.Headers.ContentLength;
        ResponseHeaderWriter.Read(response, _exchange.Stream.ResponseHeaders);
        await Direction.SendHeadersAsync(_isEnded);
        await SettleAsync();
    }

    /// <summary>Passes bytes of the application on; all are taken when it completes.</summary>
    public async ValueTask FeedAsync(ReadOnlyMemory<byte> data)
    {
        if (data.IsEmpty || (_isBodiless && HttpMethods.IsHead(_exchange.Context.Request.Method)))
        {
            return;
        }

        if (_isBodiless || data.Length > _remaining)
        {
            throw new InvalidOperationException(_isBodiless
                ? $"A response with status {_exchange.ServerResponse.StatusCode} has no body."
                : "Response Content-Length mismatch: too many bytes written.");
        }

        _remaining -= data.Length;
        _isEnded = _remaining == 0 && !MayHaveTrailers;
        await Direction.SendDataAsync(data, _isEnded);
        await SettleAsync();
        Direction.Output.Own();
    }

    /// <summary>Ends the response after what the application has written.</summary>
    public async ValueTask FinishAsync()
    {
        if (_exchange.IsOver)
        {
            await _exchange.EndByPluginAsync();
            return;
        }

        var trailers = _exchange.Context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        var hasTrailers = trailers is { Count: > 0 };
        if (!IsStarted)
        {
            await StartAsync(endOfStream: !hasTrailers);
        }

        if (!_isEnded && !_exchange.HasEnded && (!_isDirect || hasTrailers))
        {
            _isEnded = true;
            if (hasTrailers)
            {
                HeaderLoader.LoadAll(_exchange.Stream.ResponseTrailers, trailers!);
                await Direction.SendTrailersAsync();
            }
            else
            {
                await Direction.SendDataAsync(default, endOfStream: true);
            }

            await SettleAsync();
        }

        if (_exchange.HasEnded)
        {
            return;
        }

        if (trailers is not null && Direction.TrailersReleased && _exchange.Stream.ResponseTrailers.IsChanged)
        {
            HeaderWriter.Write(_exchange.Stream.ResponseTrailers, trailers);
        }

        if (!_isDirect && _remaining is null or 0)
        {
            await Output.CheckCompleteAsync();
        }
    }

    // Sends on what the plugins have let pass; waits while they hold everything, or hold the end.
    private async ValueTask SettleAsync()
    {
        while (!_exchange.HasEnded)
        {
            if (_exchange.IsOver)
            {
                await _exchange.EndByPluginAsync();
                return;
            }

            await SendReleasedAsync();
            if (!Direction.IsPaused || Direction.WantsInput || _exchange.HasEnded)
            {
                return;
            }

            await Direction.ResumeAsync(_exchange.ClientAborted);
        }
    }

    private async ValueTask SendReleasedAsync()
    {
        if (Direction.HeadersReleased
            && (Output.IsStarted || await Output.TryStartAsync(_exchange.Stream.ResponseHeaders)))
        {
            await Output.SendAsync(Direction.Output);
            _isDirect = !Direction.NeedsBody && !Direction.IsPaused && !_isBodiless && Output.TakesWhatComes;
        }
    }
}
