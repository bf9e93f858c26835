namespace FirebaseAuth.Accounts;

/// <summary>What was found out of users, for a while.</summary>
/// <param name="lifetime">Seconds for which an answer is believed.</param>
internal sealed class AccountCache(long lifetime)
{
    private const int Capacity = 1024;

    private readonly Entry[] _entries = new Entry[Capacity];

    public bool TryFind(ReadOnlySpan<byte> userId, long now, out AccountState state)
    {
        ref var entry = ref _entries[Index(userId)];
        state = entry.State;
        return entry.UserId is not null && now < entry.Until && userId.SequenceEqual(entry.UserId);
    }

    public void Add(byte[] userId, AccountState state, long now) =>
        _entries[Index(userId)] = new Entry(userId, state, now + lifetime);

    // FNV-1a. Who collides with somebody else only has himself looked up more often.
    private static int Index(ReadOnlySpan<byte> userId)
    {
        var hash = 2166136261u;
        foreach (var part in userId)
        {
            hash = (hash ^ part) * 16777619u;
        }

        return (int)(hash % Capacity);
    }

    private readonly record struct Entry(byte[]? UserId, AccountState State, long Until);
}
