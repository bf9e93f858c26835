namespace FirebaseAuth.Keys;

/// <summary>The keys that are in use, by their ids. Never empty, never changed.</summary>
internal sealed class KeySet
{
    private readonly List<(byte[] Id, RsaKey Key)> _keys = [];

    public int Count => _keys.Count;

    public RsaKey? Find(ReadOnlySpan<byte> id)
    {
        foreach (var (known, key) in _keys)
        {
            if (id.SequenceEqual(known))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Only while the set is read; false when the id is taken.</summary>
    internal bool TryAdd(ReadOnlySpan<byte> id, RsaKey key)
    {
        if (Find(id) is not null)
        {
            return false;
        }

        _keys.Add((id.ToArray(), key));
        return true;
    }
}
