namespace Wildgate.Bench.Load;

/// <summary>The books of one run: how many requests are left to begin and what became of those begun.</summary>
internal sealed class LoadTally
{
    private const int ReasonLimit = 20;

    private readonly TimeProvider _time;
    private readonly TimeSpan _duration;
    private readonly Dictionary<string, long> _failures = [];
    private readonly LatencyHistogram _latencies = new();
    private long _requestsLeft;
    private long _failed;
    private long _completed;
    private long _bodyBytes;
    private long _connects;
    private long? _startedAt;
    private long _endedAt;

    public LoadTally(LoadPlan plan, TimeProvider time)
    {
        _time = time;
        _duration = plan.Duration;
        _requestsLeft = plan.Requests;
    }

    private bool IsCutShort => _failed >= LoadPlan.FailureLimit;

    /// <summary>Asks to begin a request at <paramref name="timestamp"/>; false when the run is over. The run starts
    /// with the first, so that it has at least one request however short it is.</summary>
    public bool TryBegin(long timestamp)
    {
        if (_startedAt is null)
        {
            _startedAt = _endedAt = timestamp;
        }

        if (_requestsLeft == 0 || IsCutShort || _time.GetElapsedTime(_startedAt.Value, timestamp) >= _duration)
        {
            return false;
        }

        _requestsLeft--;
        return true;
    }

    public void Connected() => _connects++;

    public void Complete(long begunAt, long endedAt, long bodyBytes)
    {
        _completed++;
        _bodyBytes += bodyBytes;
        _endedAt = endedAt;
        _latencies.Add(_time.GetElapsedTime(begunAt, endedAt));
    }

    public void Fail(string reason, long endedAt)
    {
        _failed++;
        _endedAt = endedAt;
        if (_failures.Count >= ReasonLimit && !_failures.ContainsKey(reason))
        {
            reason = "other reasons";
        }

        _failures[reason] = _failures.GetValueOrDefault(reason) + 1;
    }

    public LoadResult Conclude() => new(
        _startedAt is { } startedAt ? _time.GetElapsedTime(startedAt, _endedAt) : TimeSpan.Zero,
        _completed,
        _bodyBytes,
        _connects,
        _latencies,
        [.. _failures.OrderByDescending(static failure => failure.Value)],
        IsCutShort);
}
