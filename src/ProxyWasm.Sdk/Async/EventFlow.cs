using ProxyWasm.Abi;
using ProxyWasm.Sdk.Contexts;
using ProxyWasm.Sdk.Hosting;

namespace ProxyWasm.Sdk.Async;

/// <summary>
/// One direction of a stream whose methods may wait. What comes while one waits is held by the host and has its turn
/// when that one has ended: the host does not tell of it again, and nothing may pass that no method has seen.
/// </summary>
internal sealed class EventFlow(StreamContext stream, StreamType direction)
{
    private FilterTaskSource? _running;
    private FilterAction _decision;
    private bool _isEndOfStream;
    private bool _isInCallback;
    private bool _hasUnseenData;
    private bool _hasUnseenTrailers;

    private bool IsWaiting => _running is { IsCompleted: false };

    /// <summary>An event has come.</summary>
    /// <returns>What the host is told to do with it.</returns>
    public FilterAction Bring(StreamEvent what, bool isEndOfStream = false)
    {
        _isInCallback = true;
        try
        {
            if (!IsWaiting)
            {
                _isEndOfStream = isEndOfStream;
                Run(what);
            }
            else if (what == StreamEvent.Data)
            {
                _hasUnseenData = true;
            }
            else if (what == StreamEvent.Trailers)
            {
                _hasUnseenTrailers = true;
            }
        }
        finally
        {
            _isInCallback = false;
        }

        return Decision();
    }

    /// <summary>The whole body is there that a method waits for.</summary>
    public FilterAction Complete(BodyOperation reader)
    {
        _isInCallback = true;
        try
        {
            reader.Complete();
        }
        finally
        {
            _isInCallback = false;
        }

        return Decision();
    }

    /// <summary>A method has seen all data that is held.</summary>
    public void SeeData() => _hasUnseenData = false;

    /// <summary>What an event decides at once, without waiting.</summary>
    public void Decide(FilterAction action) => _decision = action;

    // A request that the filter has answered by itself goes no further, also when its answer has passed.
    private bool IsStopped => stream.IsStopped || (direction == StreamType.HttpRequest && stream.IsAnswered);

    private FilterAction Decision() => IsWaiting || IsStopped ? FilterAction.Pause : _decision;

    private void Run(StreamEvent what)
    {
        _decision = FilterAction.Continue;
        _running = Begin(what);
        if (IsWaiting)
        {
            _running!.OnCompleted(Finish);
        }
        else
        {
            Report();
        }
    }

    private FilterTaskSource? Begin(StreamEvent what)
    {
        try
        {
            return stream.Handle(direction, what, _isEndOfStream).Source;
        }
        catch (Exception exception)
        {
            stream.Fail("an event"u8, exception);
            return null;
        }
    }

    private void Finish()
    {
        Report();
        while (!IsWaiting && !IsStopped && !stream.IsEnded && TryTakeUnseen(out var what))
        {
            Run(what);
        }

        if (!_isInCallback && !stream.IsEnded && Decision() == FilterAction.Continue)
        {
            Hostcalls.ContinueStream(direction);
        }
    }

    private bool TryTakeUnseen(out StreamEvent what)
    {
        what = _hasUnseenData ? StreamEvent.Data : StreamEvent.Trailers;
        var isThere = _hasUnseenData || _hasUnseenTrailers;
        if (_hasUnseenData)
        {
            _hasUnseenData = false;
        }
        else
        {
            _hasUnseenTrailers = false;
        }

        return isThere;
    }

    private void Report()
    {
        // The end of a stream ends what waits for it; that is no failure.
        if (_running?.Error is { } error && !(stream.IsEnded && error is OperationCanceledException))
        {
            stream.Fail("an asynchronous method"u8, error);
        }
    }
}
