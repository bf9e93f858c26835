namespace ProxyWasm.Host.Metrics;

/// <summary>The largest linear memory among the virtual machines of one kind, as far as it was measured.</summary>
internal sealed class MemoryWatermark
{
    private long _bytes;

    public long Bytes => Volatile.Read(ref _bytes);

    public void Raise(long bytes)
    {
        var seen = Volatile.Read(ref _bytes);
        while (bytes > seen)
        {
            var found = Interlocked.CompareExchange(ref _bytes, bytes, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }
    }
}
