using ProxyWasm.Abi;
using ProxyWasm.Sdk.Async;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Http;

public abstract partial class HttpFilter
{
    private FilterTaskSource? _requestTask;
    private FilterTaskSource? _responseTask;
    private bool _isInCallback;
    private bool _hasPaused;

    /// <summary>As <see cref="OnRequestHeaders"/>; the request waits until it has ended.</summary>
    protected internal virtual FilterTask OnRequestHeadersAsync(RequestHeaders headers, bool endOfStream)
    {
        PauseUnless(OnRequestHeaders(headers, endOfStream));
        return default;
    }

    /// <summary>
    /// As <see cref="OnRequestBody"/>; the request waits until it has ended. Parts that come meanwhile are held and
    /// added to the body; <see cref="Body.WhenComplete"/> waits for all of them.
    /// </summary>
    protected internal virtual FilterTask OnRequestBodyAsync(Body body)
    {
        PauseUnless(OnRequestBody(body));
        return default;
    }

    /// <summary>As <see cref="OnResponseHeaders"/>; the response waits until it has ended.</summary>
    protected internal virtual FilterTask OnResponseHeadersAsync(ResponseHeaders headers, bool endOfStream)
    {
        PauseUnless(OnResponseHeaders(headers, endOfStream));
        return default;
    }

    /// <summary>As <see cref="OnRequestBodyAsync"/>, for the response.</summary>
    protected internal virtual FilterTask OnResponseBodyAsync(Body body)
    {
        PauseUnless(OnResponseBody(body));
        return default;
    }

    /// <summary>A part of a body, or its end with trailers, for a filter that may be waiting.</summary>
    internal FilterAction PassBody(StreamType direction, Body body)
    {
        if (body.Reader is { IsCompleted: false } reader)
        {
            if (!body.IsComplete)
            {
                return FilterAction.Pause;
            }

            _isInCallback = true;
            reader.Complete();
            _isInCallback = false;
            return ResultOf(Running(direction));
        }

        if (Running(direction) is { IsCompleted: false })
        {
            return FilterAction.Pause;
        }

        var task = direction == StreamType.HttpRequest ? OnRequestBodyAsync(body) : OnResponseBodyAsync(body);
        return Begin(direction, task);
    }

    /// <summary>Trailers have come: the body before them is whole.</summary>
    internal FilterAction EndBody(StreamType direction, Body? body)
    {
        if (body is { Reader.IsCompleted: false })
        {
            body.IsComplete = true;
            return PassBody(direction, body);
        }

        return Running(direction) is { IsCompleted: false } ? FilterAction.Pause : FilterAction.Continue;
    }

    /// <summary>Decides about an event from the method that looks at it.</summary>
    internal FilterAction Begin(StreamType direction, FilterTask task)
    {
        var source = task.Source;
        Running(direction) = source;
        if (source is { IsCompleted: false })
        {
            source.OnCompleted(() => Finish(direction, source));
            return FilterAction.Pause;
        }

        Report(source);
        var result = _hasPaused || IsStopped ? FilterAction.Pause : FilterAction.Continue;
        _hasPaused = false;
        return result;
    }

    private void Finish(StreamType direction, FilterTaskSource source)
    {
        Report(source);
        if (!_isInCallback && !IsStopped && !IsEnded)
        {
            Hostcalls.ContinueStream(direction);
        }
    }

    private FilterAction ResultOf(FilterTaskSource? task) =>
        IsStopped || task is { IsCompleted: false } ? FilterAction.Pause : FilterAction.Continue;

    private ref FilterTaskSource? Running(StreamType direction) =>
        ref direction == StreamType.HttpRequest ? ref _requestTask : ref _responseTask;

    private void PauseUnless(FilterAction action) => _hasPaused = action != FilterAction.Continue;

    private void Report(FilterTaskSource? source)
    {
        // The end of a stream ends what waits for it; that is no failure.
        if (source?.Error is { } error && !(IsEnded && error is OperationCanceledException))
        {
            Fail("an asynchronous method"u8, error);
        }
    }

    internal void Fail(ReadOnlySpan<byte> where, Exception exception)
    {
        _hasPaused = false;
        Failures.Report(where, exception);
        if (!HasAnswered && !IsEnded)
        {
            Respond(500, details: "plugin_exception");
        }
    }
}
