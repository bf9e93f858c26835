namespace Wildgate.Bench.Measuring;

/// <summary>Follows a quantity of memory during a run. Growth that goes on shows in the second half; caches and pools
/// that fill once show in the first.</summary>
internal sealed class MemoryWatch
{
    private readonly Func<long> _readBytes;
    private readonly List<long> _samples = [];

    /// <summary>Takes the first sample.</summary>
    public MemoryWatch(Func<long> readBytes)
    {
        _readBytes = readBytes;
        Sample();
    }

    public long FirstBytes => _samples[0];

    public long LastBytes => _samples[^1];

    public long MinBytes => _samples.Min();

    public long MaxBytes => _samples.Max();

    /// <summary>Largest sample of the earlier half of all samples.</summary>
    public long MaxBytesOfFirstHalf => _samples.Take((_samples.Count + 1) / 2).Max();

    /// <summary>Largest sample of the later half of all samples.</summary>
    public long MaxBytesOfSecondHalf => _samples.Skip(_samples.Count / 2).Max();

    public void Sample() => _samples.Add(_readBytes());
}
