namespace Wildgate.Bench.Measuring;

/// <summary>Follows the resident memory of a process tree during a run.</summary>
internal sealed class MemoryWatch
{
    private readonly ProcessTree _tree;

    public MemoryWatch(ProcessTree tree)
    {
        _tree = tree;
        FirstBytes = LastBytes = MinBytes = MaxBytes = tree.ReadResidentBytes();
    }

    public long FirstBytes { get; }

    public long LastBytes { get; private set; }

    public long MinBytes { get; private set; }

    public long MaxBytes { get; private set; }

    public void Sample()
    {
        LastBytes = _tree.ReadResidentBytes();
        MinBytes = Math.Min(MinBytes, LastBytes);
        MaxBytes = Math.Max(MaxBytes, LastBytes);
    }
}
