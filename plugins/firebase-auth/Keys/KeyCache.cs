namespace FirebaseAuth.Keys;

/// <summary>
/// When keys are fetched, and how long they are used. Times are seconds of any clock that does not go back; nothing
/// here fetches by itself.
/// </summary>
internal sealed class KeyCache(long grace)
{
    /// <summary>The life of an answer that names none, and the shortest that is taken for true.</summary>
    public const long MinLifetime = 5 * 60;

    /// <summary>The longest life that is taken for true.</summary>
    public const long MaxLifetime = 24 * 60 * 60;

    /// <summary>How often unknown key ids may make us look for new keys.</summary>
    public const long LookInterval = 60;

    private const int MaxPause = 300;
    private const int MaxDoublings = 9;

    private KeySet? _keys;
    private long _refreshAt;
    private long _expiresAt;
    private long _retryAt;
    private long _nextLook;
    private int _failures;

    /// <summary>How many attempts failed since the last one that succeeded.</summary>
    public int Failures => _failures;

    /// <summary>An attempt is under way; there is never more than one.</summary>
    public bool IsFetching { get; private set; }

    /// <summary>The keys, null when there are none or they are too old to be trusted.</summary>
    public KeySet? Keys(long now) => now < _expiresAt + grace ? _keys : null;

    /// <summary>It is time to fetch: at 80 % of the keys' life, and after failures with growing pauses.</summary>
    public bool IsDue(long now) => !IsFetching && now >= _refreshAt && now >= _retryAt;

    /// <summary>Seconds until it may be time, at least one.</summary>
    public long DueIn(long now) => Math.Max(1, Math.Max(_refreshAt, _retryAt) - now);

    /// <summary>
    /// A token names a key that is not here: may the keys be fetched for its sake? At most once a minute, or whoever
    /// invents key ids would make the gateway call as often as he likes.
    /// </summary>
    public bool MayLook(long now) => !IsFetching && now >= _nextLook && now >= _retryAt;

    public void Begin(long now)
    {
        IsFetching = true;
        _nextLook = now + LookInterval;
    }

    public void Succeed(KeySet keys, long lifetime, long now)
    {
        var life = Math.Clamp(lifetime, MinLifetime, MaxLifetime);
        (IsFetching, _failures, _keys) = (false, 0, keys);
        (_refreshAt, _expiresAt, _retryAt) = (now + (life * 8 / 10), now + life, now);
    }

    /// <summary>The keys that are here stay in use; the next attempt comes after 1, 2, 4 ... 300 seconds.</summary>
    public void Fail(long now)
    {
        IsFetching = false;
        _retryAt = now + Math.Min(1 << Math.Min(_failures, MaxDoublings), MaxPause);
        _failures++;
    }
}
