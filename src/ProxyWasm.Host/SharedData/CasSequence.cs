namespace ProxyWasm.Host.SharedData;

/// <summary>
/// Numbers of versions for compare-and-swap: one sequence for all keys of a host, never 0. Thread-safe.
/// </summary>
internal sealed class CasSequence
{
    private uint _last;

    public uint Next()
    {
        uint number;
        do
        {
            number = Interlocked.Increment(ref _last);
        }
        while (number == 0);

        return number;
    }
}
