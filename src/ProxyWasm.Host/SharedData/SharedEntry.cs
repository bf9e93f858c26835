namespace ProxyWasm.Host.SharedData;

/// <summary>A value with its version; a link of the list by time of last use. Guarded by its store.</summary>
internal sealed class SharedEntry(byte[] key)
{
    // Dictionary slot, this object and two array headers: what an entry takes beside its bytes.
    private const int OverheadBytes = 160;

    public byte[] Key { get; } = key;

    public byte[] Value { get; set; } = [];

    public uint Cas { get; set; }

    /// <summary>The entry used just after this one; null for the latest.</summary>
    public SharedEntry? Newer { get; set; }

    /// <summary>The entry used just before this one; null for the oldest.</summary>
    public SharedEntry? Older { get; set; }

    public long Bytes => BytesFor(Key.Length, Value.Length);

    /// <summary>What an entry counts against the limit.</summary>
    public static long BytesFor(int keyLength, int valueLength) => OverheadBytes + (long)keyLength + valueLength;
}
