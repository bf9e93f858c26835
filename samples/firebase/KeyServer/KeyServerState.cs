namespace Firebase.Sample;

/// <summary>Whether the key server answers, and how often it was asked for keys.</summary>
internal sealed class KeyServerState
{
    private int _requests;
    private volatile bool _isAway;

    public int Requests => _requests;

    public string SetAway(bool isAway)
    {
        _isAway = isAway;
        return isAway ? "the key server is away\n" : "the key server is back\n";
    }

    public bool TryCount()
    {
        Interlocked.Increment(ref _requests);
        return !_isAway;
    }
}
