using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore.Headers;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// One request and its response between the server, the plugins and the application. Reused; all its parts are made once.
/// </summary>
[SuppressMessage("Reliability", "CA1001", Justification = "Pooled for the life of the process; nothing in it holds a resource.")]
internal sealed class Exchange(ILogger logger)
{
    private readonly ExchangeInfo _info = new();
    private readonly RequestBody _requestBody = new();
    private readonly ResponseBody _responseBody = new();
    private readonly ResponseFeature _response = new();
    private readonly LifetimeFeature _lifetime = new();

    public HttpContext Context { get; private set; } = null!;

    public HttpStream Stream { get; private set; } = null!;

    /// <summary>The response of the server itself.</summary>
    public IHttpResponseFeature ServerResponse => _response.Server;

    public CancellationToken ClientAborted => _lifetime.ClientAborted;

    /// <summary>Whether the application's part is over: a plugin has answered or reset the stream.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Takes a request through the plugins to the application and the response back.</summary>
    public async Task RunAsync(HttpContext context, HttpFilterChain chain, RequestDelegate next, TimeProvider time)
    {
        Begin(context, chain, time);
        try
        {
            if (await PassRequestHeadersAsync())
            {
                await RunApplicationAsync(next);
            }
        }
        finally
        {
            await Stream.FinishAsync();
            await EndAsync();
        }
    }

    public ValueTask FireOnStartingAsync() => _response.FireOnStartingAsync();

    public void ThrowIfEnded()
    {
        if (HasEnded)
        {
            throw new OperationCanceledException("A plugin has ended the response.", _lifetime.RequestAborted);
        }
    }

    /// <summary>Does what <see cref="HttpStream.Termination"/> asks for, in place of the application.</summary>
    public async Task EndByPluginAsync()
    {
        if (HasEnded)
        {
            return;
        }

        HasEnded = true;
        await _lifetime.DetachAsync();
        if (Stream.Termination == StreamTermination.Reset )
        {
            Log.StreamReset(logger, Stream.ResponseDetails ?? "");
            _lifetime.Reset();
            return;
        }

        await SendLocalResponseAsync();
    }

    /// <summary>Answers with a bare status because plugins left nothing that could be sent.</summary>
    public async Task RefuseAsync(int status, string details)
    {
        HasEnded = true;
        Log.RequestRefused(logger, status, details);
        await _lifetime.DetachAsync();
        ServerResponse.Headers.Clear();
        ServerResponse.StatusCode = status;
    }

    private void Begin(HttpContext context, HttpFilterChain chain, TimeProvider time)
    {
        Context = context;
        HasEnded = false;
        _info.Begin(context, time.GetUtcNow());
        Stream = chain.Open(_info);
        var features = context.Features;
        _lifetime.Begin(features.GetRequiredFeature<IHttpRequestLifetimeFeature>());
        _response.Begin(features.GetRequiredFeature<IHttpResponseFeature>(), _responseBody);
        _responseBody.Begin(this, features.GetRequiredFeature<IHttpResponseBodyFeature>());
    }

    private async ValueTask EndAsync()
    {
        await _responseBody.EndAsync();
        _requestBody.End();
        _response.End();
        await _lifetime.EndAsync();
        _info.End();
        Context = null!;
        Stream = null!;
    }

    // False when the request does not reach the application.
    private async ValueTask<bool> PassRequestHeadersAsync()
    {
        RequestHeaderReader.Read(Context, Stream.RequestHeaders);
        var hasBody = Context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false };
        _requestBody.Begin(Stream, Context.Request.BodyReader, Context.Features.Get<IHttpRequestTrailersFeature>());
        var direction = Stream.Request;
        await direction.SendHeadersAsync(!hasBody);
        while (Stream.Termination == StreamTermination.None && !direction.HeadersReleased)
        {
            await _requestBody.PumpAsync(default, ClientAborted);
        }

        if (Stream.Termination != StreamTermination.None)
        {
            await EndByPluginAsync();
            return false;
        }

        if (!RequestHeaderWriter.TryWrite(Stream.RequestHeaders, Context, out var missing))
        {
            await RefuseAsync(
                StatusCodes.Status503ServiceUnavailable, $"filter_removed_required_request_headers{{{missing}}}");
            return false;
        }

        return true;
    }

    private async Task RunApplicationAsync(RequestDelegate next)
    {
        var features = Context.Features;
        var server = (
            Response: features.Get<IHttpResponseFeature>(),
            Body: features.Get<IHttpResponseBodyFeature>(),
            Lifetime: features.Get<IHttpRequestLifetimeFeature>(),
            RequestBody: Context.Request.Body,
            RequestPipe: features.Get<IRequestBodyPipeFeature>());
        features.Set<IHttpResponseFeature>(_response);
        features.Set<IHttpResponseBodyFeature>(_responseBody);
        features.Set<IHttpRequestLifetimeFeature>(_lifetime);
        if (Stream.Request.NeedsBody)
        {
            Context.Request.Body = _requestBody;
            features.Set<IRequestBodyPipeFeature>(new RequestBodyPipeFeature(Context));
        }

        try
        {
            await RunToEndAsync(next);
        }
        finally
        {
            features.Set(server.Response);
            features.Set(server.Body);
            features.Set(server.Lifetime);
            if (Stream.Request.NeedsBody)
            {
                Context.Request.Body = server.RequestBody;
                features.Set(server.RequestPipe);
            }
        }
    }

    private async Task RunToEndAsync(RequestDelegate next)
    {
        try
        {
            await next(Context);
        }
        catch (Exception exception) when (Stream.Termination != StreamTermination.None || HasEnded)
        {
            // The application noticed that a plugin took over; its failure is a consequence and not news.
            Log.ApplicationStopped(logger, exception);
        }

        if (Stream.Termination != StreamTermination.None && !HasEnded)
        {
            await EndByPluginAsync();
        }

        await _responseBody.CompleteAsync();
    }

    private async Task SendLocalResponseAsync()
    {
        var body = Stream.BeginLocalResponse();
        var direction = Stream.Response;
        await direction.SendHeadersAsync(body.IsEmpty);
        if (!body.IsEmpty && Stream.Termination == StreamTermination.None)
        {
            await direction.SendDataAsync(body, endOfStream: true);
        }

        while (Stream.Termination == StreamTermination.None && direction.IsPaused)
        {
            await direction.ResumeAsync(ClientAborted);
        }

        if (Stream.Termination == StreamTermination.Reset)
        {
            _lifetime.Reset();
            return;
        }

        if (Stream.Termination != StreamTermination.None)
        {
            // A plugin failed at this response: what the host says instead is shown to nobody else.
            await SendLocalResponseAsync();
            return;
        }

        ResponseHeaderWriter.WriteAll(Stream.ResponseHeaders, ServerResponse);
        if (!HttpMethods.IsHead(Context.Request.Method))
        {
            await _responseBody.Server.Writer.WriteAsync(direction.Output.Memory, ClientAborted);
        }

        direction.Output.Clear();
    }
}
