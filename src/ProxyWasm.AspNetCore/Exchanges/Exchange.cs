using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using ProxyWasm.AspNetCore.Headers;
using ProxyWasm.Host.Http;

namespace ProxyWasm.AspNetCore.Exchanges;

/// <summary>
/// One request and its response between the server, the plugins and the application. Reused; all its parts are made
/// once.
/// </summary>
[SuppressMessage(
    "Reliability", "CA1001", Justification = "Pooled for the life of the process; nothing in it holds a resource.")]
internal sealed class Exchange(ILogger logger)
{
    private readonly ExchangeInfo _info = new();
    private readonly RequestBody _requestBody = new();
    private readonly ResponseBody _responseBody = new();
    private readonly ResponseFeature _response = new();
    private readonly LifetimeFeature _lifetime = new(logger);

    public HttpContext Context { get; private set; } = null!;

    public HttpStream Stream { get; private set; } = null!;

    /// <summary>The response of the server itself.</summary>
    public IHttpResponseFeature ServerResponse => _response.Server;

    public CancellationToken ClientAborted => _lifetime.ClientAborted;

    /// <summary>Whether the application's part is over: a plugin has answered or reset the stream.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the application's part is over, or will be as soon as somebody has noticed.</summary>
    public bool IsOver => HasEnded || Stream.Termination != StreamTermination.None;

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
            await _requestBody.StopAsync();
            await _responseBody.StopAsync();
            await Stream.FinishAsync();
            await ForgetAsync();
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

    /// <summary>
    /// Does what <see cref="HttpStream.Termination"/> asks for, in place of the application. Called by the one that
    /// holds the response.
    /// </summary>
    public Task EndByPluginAsync() =>
        HasEnded ? Task.CompletedTask : EndAsync(this, static exchange => exchange.TakeOverAsync());

    /// <summary>Answers with a bare status because plugins left nothing that could be sent.</summary>
    public Task RefuseAsync(int status, string details)
    {
        Log.RequestRefused(logger, status, details);
        return EndAsync(
            (Exchange: this, Status: status), static refusal => refusal.Exchange.SendBareAsync(refusal.Status));
    }

    /// <summary>Breaks a response off whose headers are out and whose body plugins have made unfit for them.</summary>
    public Task BreakOffAsync(string details)
    {
        Log.ResponseBrokenOff(logger, details);
        return EndAsync(this, static exchange =>
        {
            exchange._lifetime.Reset();
            return Task.CompletedTask;
        });
    }

    /// <summary>Waits until the client has what a plugin has answered in the application's place.</summary>
    public ValueTask SettleEndAsync() => _responseBody.ContinueAsync();

    // The application hears of its end last: what it does then must not get between the plugin's response and the
    // server.
    private async Task EndAsync<TState>(TState state, Func<TState, Task> send)
    {
        HasEnded = true;
        _response.Detach();
        _lifetime.Detach();
        try
        {
            await send(state);
        }
        finally
        {
            await _lifetime.StopApplicationAsync();
        }
    }

    private async Task TakeOverAsync()
    {
        if (Stream.Termination == StreamTermination.Reset)
        {
            Log.StreamReset(logger, Stream.ResponseDetails ?? "");
            _lifetime.Reset();
            return;
        }

        await SendLocalResponseAsync();
    }

    private async Task SendBareAsync(int status)
    {
        ServerResponse.Headers.Clear();
        ServerResponse.ReasonPhrase = null;
        ServerResponse.StatusCode = status;
        await _responseBody.Server.CompleteAsync();
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

    private async ValueTask ForgetAsync()
    {
        await _responseBody.EndAsync();
        _requestBody.End();
        _response.End();
        _lifetime.End();
        _info.End();
        Context = null!;
        Stream = null!;
    }

    // False when the request does not reach the application.
    private async ValueTask<bool> PassRequestHeadersAsync()
    {
        RequestHeaderReader.Read(Context, Stream.RequestHeaders);
        var hasBody = Context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false };
        _requestBody.Begin(this, Context.Request.BodyReader, Context.Features.Get<IHttpRequestTrailersFeature>());
        await Stream.Request.SendHeadersAsync(!hasBody);
        await _requestBody.PassHeadersAsync(ClientAborted);
        if (IsOver)
        {
            await EndByPluginAsync();
            return false;
        }

        if (!Stream.RequestHeaders.IsChanged)
        {
            return true;
        }

        if (!RequestHeaderWriter.TryWrite(Stream.RequestHeaders, Context, out var problem))
        {
            await RefuseAsync(StatusCodes.Status503ServiceUnavailable, problem);
            return false;
        }

        // A plugin may have asked for the route meanwhile, which was chosen for the request as it came.
        _info.ClearRouteCache();
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
        var readsHere = _requestBody.IsNeeded;
        if (readsHere)
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
            if (readsHere)
            {
                Context.Request.Body = server.RequestBody;
                features.Set(server.RequestPipe);
            }
        }
    }

    private async Task RunToEndAsync(RequestDelegate next)
    {
        _responseBody.Attend();
        try
        {
            await next(Context);
        }
        catch (Exception exception) when (IsOver)
        {
            // The application noticed that a plugin took over; its failure is a consequence and not news.
            Log.ApplicationStopped(logger, exception);
        }

        await _responseBody.FinishAsync();
    }

    private async Task SendLocalResponseAsync()
    {
        var body = await Stream.BeginLocalResponseAsync();
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
            Log.StreamReset(logger, Stream.ResponseDetails ?? "");
            _lifetime.Reset();
            return;
        }

        if (Stream.Termination != StreamTermination.None)
        {
            // A plugin failed at this response: what the host says instead is shown to nobody else.
            await SendLocalResponseAsync();
            return;
        }

        await _responseBody.SendWholeAsync(Stream.ResponseHeaders, direction.Output);
    }
}
