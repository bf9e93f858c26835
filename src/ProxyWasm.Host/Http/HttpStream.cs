using ProxyWasm.Abi;
using ProxyWasm.Host.Properties;
using ProxyWasm.Host.Scheduling;
using ProxyWasm.Host.Streams;

namespace ProxyWasm.Host.Http;

/// <summary>
/// One HTTP exchange on its way through a chain of plugins: two directions, four header maps, and the decision whether
/// it goes on, is answered locally or is reset. Made by <see cref="HttpFilterChain.Open"/>, ended by
/// <see cref="FinishAsync"/>.
/// </summary>
/// <remarks>
/// See <see cref="StreamDirection"/> for which members may be used by whom. The object is reused afterwards.
/// </remarks>
public sealed class HttpStream : IFlowOwner, ILoggedStream
{
    private readonly HttpFilterChain _chain;
    private readonly HttpFilter[] _filters;
    private readonly HttpFilter[] _reversedFilters;
    private readonly FlowDriver _requestDriver;
    private readonly FlowDriver _responseDriver;
    private long _openedAt;
    private bool _isLocalResponse;
    private bool _isFinishing;
    private bool _hasRequestTrailers;
    private bool _hasResponseTrailers;

    internal HttpStream(HttpFilterChain chain, Worker worker)
    {
        _chain = chain;
        Worker = worker;
        Request = new StreamDirection(worker, DirectionKind.Request);
        Response = new StreamDirection(worker, DirectionKind.Response);
        _filters = [.. chain.Plugins.Select(plugin => new HttpFilter(this, plugin))];
        _reversedFilters = [.. _filters.Reverse()];
        _requestDriver = new FlowDriver(this, DirectionKind.Request);
        _responseDriver = new FlowDriver(this, DirectionKind.Response);
        Request.Attach(_requestDriver);
        Response.Attach(_responseDriver);
    }

    /// <summary>Headers of the request with pseudo headers; loaded by the adapter.</summary>
    public HeaderMap RequestHeaders { get; } = new(HeaderMapKind.Request);

    /// <summary>Trailers of the request; loaded by the adapter.</summary>
    public HeaderMap RequestTrailers { get; } = new(HeaderMapKind.Trailers);

    /// <summary>Headers of the response with <c>:status</c>; loaded by the adapter.</summary>
    public HeaderMap ResponseHeaders { get; } = new(HeaderMapKind.Response);

    /// <summary>Trailers of the response; loaded by the adapter.</summary>
    public HeaderMap ResponseTrailers { get; } = new(HeaderMapKind.Trailers);

    /// <summary>From the client to the upstream.</summary>
    public StreamDirection Request { get; }

    /// <summary>From the upstream to the client.</summary>
    public StreamDirection Response { get; }

    /// <summary>How a plugin ended the ordinary course; look at it after each step of a direction.</summary>
    public StreamTermination Termination { get; private set; }

    /// <summary>The response to send when <see cref="Termination"/> asks for one.</summary>
    public LocalResponse? LocalResponse { get; private set; }

    /// <summary>
    /// Why the response is what it is, such as <c>wasm_fail_stream</c>; null for a response of the upstream.
    /// </summary>
    public string? ResponseDetails { get; private set; }

    internal Worker Worker { get; }

    internal HttpStreamInfo Info { get; private set; } = null!;

    internal FilterState FilterState { get; } = new();

    /// <inheritdoc/>
    bool IFlowOwner.IsEnding => IsEnding;

    // A local response ends the request for good.
    bool IFlowOwner.IsOver(DirectionKind kind) => IsEnding || (kind == DirectionKind.Request && _isLocalResponse);

    internal bool IsEnding => Termination != StreamTermination.None;

    /// <summary>Time from begin to end; known at the end only.</summary>
    internal TimeSpan? Duration => _isFinishing ? _chain.Time.GetElapsedTime(_openedAt) : null;

    /// <summary>
    /// Turns to the local response: its headers are in <see cref="ResponseHeaders"/>, and feeding them through
    /// <see cref="Response"/> lets the plugins that saw the request see it too. Another task may drive the request
    /// meanwhile: it is not presented to plugins from here on.
    /// </summary>
    /// <returns>The body to feed after the headers; may be empty.</returns>
    /// <exception cref="InvalidOperationException">There is no local response to begin.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> BeginLocalResponseAsync()
    {
        await Worker.EnterAsync();
        try
        {
            var response = LocalResponse
                ?? throw new InvalidOperationException("the stream has no local response; look at Termination first");
            var bypass = Termination == StreamTermination.ReplacedResponse;
            Termination = StreamTermination.None;
            _isLocalResponse = true;
            ResponseHeaders.Reset();
            ResponseTrailers.Reset();
            Response.Reset();
            _responseDriver.Filters = bypass ? [] : [.. _reversedFilters.Where(filter => filter.IsEntered)];
            return LocalResponseWriter.Write(response, RequestHeaders, ResponseHeaders);
        }
        finally
        {
            Worker.Exit();
        }
    }

    /// <summary>
    /// Ends the stream: plugins log it and forget it, then the object goes back to its chain. Call it exactly once,
    /// when no direction is being driven any more.
    /// </summary>
    public async ValueTask FinishAsync()
    {
        await Worker.EnterAsync();
        try
        {
            _isFinishing = true;
            foreach (var filter in _filters)
            {
                filter.Log();
            }

            foreach (var logger in _chain.AccessLoggers)
            {
                logger.RootOn(Worker)?.Log(this);
            }

            foreach (var filter in _filters)
            {
                filter.Delete();
            }
        }
        finally
        {
            Worker.Exit();
        }

        _chain.Return(this);
    }

    internal void Open(HttpStreamInfo info)
    {
        Info = info;
        _openedAt = _chain.Time.GetTimestamp();
        foreach (var filter in _filters)
        {
            filter.Open();
        }

        _requestDriver.Filters = _filters;
        _responseDriver.Filters = _reversedFilters;
    }

    internal void Close()
    {
        Info = null!;
        RequestHeaders.Reset();
        RequestTrailers.Reset();
        ResponseHeaders.Reset();
        ResponseTrailers.Reset();
        Request.Reset();
        Response.Reset();
        Request.Wake = null;
        Response.Wake = null;
        FilterState.Clear();
        Termination = StreamTermination.None;
        LocalResponse = null;
        ResponseDetails = null;
        _isLocalResponse = _isFinishing = _hasRequestTrailers = _hasResponseTrailers = false;
    }

    internal StreamDirection Direction(DirectionKind kind) => kind == DirectionKind.Request ? Request : Response;

    internal HeaderMap Map(MapType type) => type switch
    {
        MapType.HttpRequestHeaders => RequestHeaders,
        MapType.HttpRequestTrailers => RequestTrailers,
        MapType.HttpResponseHeaders => ResponseHeaders,
        _ => ResponseTrailers,
    };

    internal bool HasMap(MapType type) => type switch
    {
        MapType.HttpRequestHeaders => Request.HasHeaders,
        MapType.HttpRequestTrailers => _hasRequestTrailers || RequestTrailers.Count > 0,
        MapType.HttpResponseHeaders => Response.HasHeaders,
        _ => _hasResponseTrailers || ResponseTrailers.Count > 0,
    };

    // As in on_log of a filter: the trailers of the request are not there.
    HeaderMap? ILoggedStream.FindLoggedMap(MapType type) =>
        type != MapType.HttpRequestTrailers && HasMap(type) ? Map(type) : null;

    Status ILoggedStream.ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value) => ReadProperty(path, value);

    /// <summary>A property of the stream, or what plugins stored.</summary>
    internal Status ReadProperty(ReadOnlySpan<byte> path, PropertyBuffer value)
    {
        var status = StreamProperties.Read(this, path, value);
        return status == Status.NotFound ? FilterState.Read(path, value) : status;
    }

    /// <summary>
    /// Whether the length of a body may be corrected: not in responses whose length is not that of their body, and not
    /// in those of a plugin, which have the right one.
    /// </summary>
    internal bool MayRepair(DirectionKind kind) => kind == DirectionKind.Request
        || (!_isLocalResponse && RequestHeaders.Get(":method") is not "HEAD"
            && ResponseHeaders.Get(":status") is not ("204" or "304"));

    internal void AddTrailers(DirectionKind kind)
    {
        if (kind == DirectionKind.Request)
        {
            _hasRequestTrailers = true;
        }
        else
        {
            _hasResponseTrailers = true;
        }
    }

    /// <summary>A plugin, or the host for it, answers instead of the upstream; only the first answer counts.</summary>
    internal void Respond(LocalResponse response)
    {
        if (IsEnding || _isFinishing || (_isLocalResponse && !response.IsFailure))
        {
            return;
        }

        if (Response.HeadersReleased)
        {
            ResetBy(response.IsFailure ? response.Details : "wasm_late_local_response");
            return;
        }

        LocalResponse = response;
        ResponseDetails = response.Details.ReplaceWhiteSpace();
        Termination = Response.HasHeaders ? StreamTermination.ReplacedResponse : StreamTermination.LocalResponse;
        SignalBoth();
    }

    internal void ResetBy(string details)
    {
        if (IsEnding || _isFinishing)
        {
            return;
        }

        ResponseDetails = details;
        Termination = StreamTermination.Reset;
        SignalBoth();
    }

    /// <summary>A plugin that fails closed cannot run.</summary>
    internal void Fail() => Respond(LocalResponses.PluginFailed);

    /// <inheritdoc/>
    void IFlowOwner.RejectBody(DirectionKind kind) => Respond(
        kind == DirectionKind.Request ? LocalResponses.RequestTooLarge : LocalResponses.ResponseTooLarge);

    private void SignalBoth()
    {
        Request.Signal();
        Response.Signal();
    }
}
