namespace ProxyWasm.Host.Callouts;

/// <summary>
/// Bytes that the callouts of a virtual machine may hold together, so that many callouts cannot take more memory of the
/// host than the machine has itself. Thread-safe.
/// </summary>
internal sealed class ByteBudget(long limitBytes)
{
    private long _held;

    /// <summary>Bytes held now.</summary>
    public long Held => Interlocked.Read(ref _held);

    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _held, bytes) <= limitBytes)
        {
            return true;
        }

        Interlocked.Add(ref _held, -bytes);
        return false;
    }

    public void Return(long bytes) => Interlocked.Add(ref _held, -bytes);
}
