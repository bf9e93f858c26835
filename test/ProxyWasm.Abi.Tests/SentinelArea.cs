namespace ProxyWasm.Abi.Tests;

/// <summary>Bytes between two walls of one value, to notice who reads or writes beyond them.</summary>
internal sealed class SentinelArea(int length, byte wall)
{
    private const int WallBytes = 64;

    private readonly byte[] _memory = Build(length, wall);

    public SentinelArea(ReadOnlySpan<byte> content, byte wall)
        : this(content.Length, wall) => content.CopyTo(Inside);

    public Span<byte> Inside => _memory.AsSpan(WallBytes, length);

    public void AssertWallsStand()
    {
        Assert.False(_memory.AsSpan(0, WallBytes).ContainsAnyExcept(wall), "Something wrote before the bytes.");
        Assert.False(_memory.AsSpan(WallBytes + length).ContainsAnyExcept(wall), "Something wrote after the bytes.");
    }

    private static byte[] Build(int length, byte wall)
    {
        byte[] memory = new byte[length + (2 * WallBytes)];
        memory.AsSpan().Fill(wall);
        return memory;
    }
}
